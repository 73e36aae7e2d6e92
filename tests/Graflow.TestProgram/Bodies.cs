using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Graflow.TestProgram;

/// <summary>Bodies that do as they should.</summary>
public static partial class Bodies
{
    [Task]
    public static int Nothing(int value) => value;

    [Task]
    public static async Task<int> Later(int value)
    {
        await Task.Yield();
        return value + 1;
    }

    [Task]
    public static int ProcessId() => Environment.ProcessId;

    [Task]
    public static int Add(int first, int second) => first + second;

    [Task]
    public static string Join(IReadOnlyList<string> words) => string.Join(' ', words);

    [Task]
    public static byte[] Reverse(byte[] bytes)
    {
        Array.Reverse(bytes);
        return bytes;
    }

    [Task]
    public static Next<int> CountDown(int from) => from == 0 ? 42 : Next.To(Tasks.CountDown, from - 1);

    [Task]
    public static int Half(int value) => value % 2 == 0 ? value / 2 : throw new ArgumentException($"{value} is odd", nameof(value));

    [Task]
    public static string Greet(string name, [FromServices] Greetings greetings) => $"{greetings.Hello}, {name}";

    [Task]
    public static void Print(int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            Console.WriteLine($"out {i}");
            Console.Error.WriteLine($"err {i}");
        }

        Console.Write("no end");
    }

    /// <summary>Writes past the console, what looks like frames.</summary>
    [Task]
    public static int PrintRaw(int count)
    {
        using var output = Console.OpenStandardOutput();
        for (var i = 0; i < count; i++)
        {
            output.Write([5, 0, 0, 0, 2, 1, 0, 0, 0, (byte)'\n']);
        }

        output.Write("raw end\n"u8);
        output.Flush();
        return count;
    }

    /// <summary>The same, and goes on only once the run's channel says that it was heard: what goes past the console comes on a way of its own.</summary>
    [Task]
    public static async Task<int> PrintRawUntilHeard(int count, TaskContext context)
    {
        PrintRaw(count);
        await foreach (var _ in context.Channel.WatchAsync<bool>("heard", context.CancellationToken))
        {
            break;
        }

        return count;
    }

    [Task]
    public static Task Hear(TaskContext context) => context.Channel.SetAsync("heard", true).AsTask();

    [Task]
    public static void Tell(TaskContext context)
    {
        context.ReportProgress(0.25, "quarter");
        LogWord(context.Logger, "log");
        context.ReportProgress(0.5);
    }

    [LoggerMessage(1, LogLevel.Warning, "{Word} of the child")]
    private static partial void LogWord(ILogger logger, string word);

    [Task]
    public static async Task<long> CountInChannel(int times, TaskContext context)
    {
        var last = 0L;
        for (var i = 0; i < times; i++)
        {
            last = await context.Channel.IncrementAsync("count");
        }

        return last;
    }

    [Task]
    public static void Stop(TaskContext context) => context.CancelRun("enough");

    [Task]
    public static string Trace() => Activity.Current?.ParentId ?? "none";

    /// <summary>Tells its process and waits until its token fires.</summary>
    [Task]
    public static async Task<int> WaitForToken(int value, CancellationToken ct)
    {
        Console.WriteLine($"begun {Environment.ProcessId}");
        await Task.Delay(Timeout.Infinite, ct);
        return value;
    }

    /// <summary>Tells its process and never ends, whatever it is told.</summary>
    [Task]
    public static void Spin(string words)
    {
        Console.WriteLine($"begun {Environment.ProcessId}{words}");
        while (true)
        {
            Thread.SpinWait(1000);
        }
    }

    /// <summary>The same, with a process of its own.</summary>
    [Task]
    public static void SpinWithChild(string words)
    {
        using var child = Process.Start("sleep", "1000");
        Spin($" {child.Id}{words}");
    }

    /// <summary>Tells its process and waits until somebody puts the key into the channel.</summary>
    [Task]
    public static async Task<int> WaitForKey(string key, TaskContext context)
    {
        Console.WriteLine($"begun {Environment.ProcessId}");
        await foreach (var change in context.Channel.WatchAsync<int>(key))
        {
            return change.Value;
        }

        return 0;
    }

    /// <summary>Starts an engine whose processes would do the same again.</summary>
    [Task]
    public static async Task<int> Nest(int depth, CancellationToken ct)
    {
        await using var engine = new WorkflowEngine();
        return await engine.RunAsync(Tasks.Nest, depth + 1, new RunOptions { Execution = Execution.Processes(1) }, ct);
    }
}
