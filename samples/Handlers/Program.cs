// A handler says by what a task's body is run. It stands around every attempt of the tasks that name it,
// so it can measure, guard or isolate them; the flow does not change.
using System.Collections.Concurrent;
using Graflow;

var measure = new MeasuringHandler();
using var scanner = new OneAtATimeHandler();
await using var engine = new WorkflowEngine(o =>
{
    o.Handlers.Add("measured", measure);
    o.Handlers.Add("scanner", scanner);
    o.Handlers.Add("legacy", new OwnThreadHandler());
});

var flow = Scans.Tasks.Scan.ForEach() >> Scans.Tasks.Recognize.ForEach() >> Scans.Tasks.Print;
Console.WriteLine(await engine.RunAsync(flow, new[] { "page 1", "page 2", "page 3" }));
Console.WriteLine($"never more than {Scans.MostAtOnce} scan at once");

foreach (var (task, (calls, failures)) in measure.Calls.OrderBy(pair => pair.Key))
{
    Console.WriteLine($"{task}: {calls} attempts, {failures} failed");
}

// A name that the engine does not know is an error before anything runs, with the nearest name it knows.
try
{
    await new WorkflowEngine(o => o.Handlers.Add("scaner", measure)).RunAsync(Scans.Tasks.Scan, "page 1");
}
catch (UnknownHandlerException error)
{
    Console.WriteLine(error.Message);
}

/// <summary>Counts attempts and failures for each task.</summary>
internal sealed class MeasuringHandler : ITaskHandler
{
    public ConcurrentDictionary<string, (int Calls, int Failures)> Calls { get; } = [];

    public async ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct)
    {
        Calls.AddOrUpdate(call.TaskId, (1, 0), static (_, counts) => (counts.Calls + 1, counts.Failures));
        try
        {
            await call.InvokeAsync(context, ct);
        }
        catch (IOException)
        {
            Calls.AddOrUpdate(call.TaskId, (0, 1), static (_, counts) => (counts.Calls, counts.Failures + 1));
            throw;
        }
    }
}

/// <summary>For a device that cannot be shared.</summary>
internal sealed class OneAtATimeHandler : ITaskHandler, IDisposable
{
    private readonly SemaphoreSlim _device = new(1);

    public async ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct)
    {
        await _device.WaitAsync(ct);
        try
        {
            await call.InvokeAsync(context, ct);
        }
        finally
        {
            _device.Release();
        }
    }

    public void Dispose() => _device.Dispose();
}

/// <summary>For a library that wants a thread of its own.</summary>
internal sealed class OwnThreadHandler : ITaskHandler
{
    public async ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct) =>
        await Task.Factory.StartNew(() => call.InvokeAsync(context, ct).AsTask().GetAwaiter().GetResult(), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

internal static partial class Scans
{
    private static int _atOnce;

    public static int MostAtOnce { get; private set; }

    [Task(Handler = "scanner")]
    public static async Task<string> Scan(string page)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        await Task.Yield();
        Interlocked.Decrement(ref _atOnce);
        return $"scan of {page}";
    }

    [Task(Handler = "measured"), Retry(2)]
    public static string Recognize(string scan, TaskContext context) =>
        scan.EndsWith('2') && context.Attempt == 1 ? throw new IOException("blurred") : $"text of {scan}";

    [Task(Handler = "legacy")]
    public static string Print(IReadOnlyList<string> texts) =>
        $"{string.Join(", ", texts)}; printed on {(Thread.CurrentThread.IsThreadPoolThread ? "a shared thread" : "a thread of its own")}";
}
