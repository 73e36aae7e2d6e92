using Microsoft.Extensions.Logging;

public static partial class Jobs
{
    [Task] public static int All(int input, TaskContext context, CancellationToken ct, ILogger logger, [FromServices] IFormatProvider format, [FromServices] IComparer<int>? comparer) => input;

    [Task] public static int Typed(string text, int length, TaskContext<(string, int)> context) => length;

    [Task] public static int Source(TaskContext<Unit> context, ILogger<string> logger) => 0;

    [Task] public static int Channel(int input, [FromChannel] int limit, [FromChannel("the key")] string name = "none", [FromChannel] int? most = null) => limit;

    [Task] public static async Task ChannelAsync([FromChannel] int limit) => await Task.Yield();

    [Task] public static Next<int> ChannelNext([FromChannel] int limit) => limit;
}
