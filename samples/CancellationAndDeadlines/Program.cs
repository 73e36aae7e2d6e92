// Time limits and cancellation bound the time that a run takes, even when a body ignores its token: such a body is abandoned,
// and the run goes on or ends at once. A cancelled run is Cancelled, neither failed nor succeeded.
using Graflow;
using static Exports.Tasks;

var clock = new ManualClock();
var engine = new WorkflowEngine(o => o.TimeProvider = clock);

// A timeout is a limit for one attempt: [Task(Timeout = "00:00:30")]. Deaf does not listen to anybody.
var timedOut = await Start(Deaf, clockGoesOn: TimeSpan.FromSeconds(30));
Console.WriteLine($"timeout: {await ErrorOf<TaskTimeoutException>(timedOut.Completion)}");

// Within limits a whole flow; its failure flows along the edge, so that OrElse can take over.
var replaced = await Start((Export >> Deaf.With(o => o.Timeout = null)).Within(TimeSpan.FromMinutes(5)).OrElse(Cached), TimeSpan.FromMinutes(5));
Console.WriteLine($"within: {await replaced.Completion}");

// A deadline is for the run, whatever it does.
var late = await Start(Deaf.With(o => o.Timeout = null), TimeSpan.FromMinutes(30), new RunOptions { RunId = "nightly", Deadline = TimeSpan.FromMinutes(30) });
Console.WriteLine($"deadline: {await ErrorOf<RunDeadlineException>(late.Completion)} It has {late.Status}.");

// A run is cancelled from outside, by its caller's token or by hand; a body that listens can tidy up.
using var caller = new CancellationTokenSource();
var stopped = await Start(Polite, options: new RunOptions { RunId = "by-token" }, ct: caller.Token);
await caller.CancelAsync();
Console.WriteLine($"token: {await ErrorOf<RunCancelledException>(stopped.Completion)} It was {stopped.Status}; the body {await Exports.TidiedUp.Task}.");

var byHand = await Start(Deaf, options: new RunOptions { RunId = "by-hand" });
await byHand.CancelAsync();
Console.WriteLine($"by hand: {await ErrorOf<RunCancelledException>(byHand.Completion)}");

// Or from inside: no policy holds it up.
var inside = await Start((Veto | Export).WithPolicy(GroupPolicy.BestEffort), options: new RunOptions { RunId = "vetoed" }, waits: false);
Console.WriteLine($"inside: {await ErrorOf<RunCancelledException>(inside.Completion)}");

// A body that gives up by itself has failed: only the engine's own token cancels.
var gaveUp = await Start(GiveUp, waits: false);
Console.WriteLine($"gave up: {await ErrorOf<TaskFailedException>(gaveUp.Completion)}; it has {gaveUp.Status}.");

async Task<Run<TOut>> Start<TOut>(IExecutable<string, TOut> flow, TimeSpan clockGoesOn = default, RunOptions? options = null, bool waits = true, CancellationToken ct = default)
{
    var run = await engine.StartAsync(flow, "report", options, ct);
    if (waits)
    {
        await Exports.Started.WaitAsync(CancellationToken.None);
    }

    clock.Advance(clockGoesOn);
    return run;
}

static async Task<string> ErrorOf<TException>(Task completion)
    where TException : Exception
{
    try
    {
        await completion;
    }
    catch (TException error)
    {
        return error.Message;
    }

    throw new InvalidOperationException($"{typeof(TException).Name} was expected.");
}

internal static partial class Exports
{
    /// <summary>Lets the sample go on when a body has begun.</summary>
    public static SemaphoreSlim Started { get; } = new(0);

    public static TaskCompletionSource<string> TidiedUp { get; } = new();

    [Task]
    public static string Export(string name) => $"{name}.csv";

    [Task(Timeout = "00:00:30")]
    public static async Task<string> Deaf(string name)
    {
        Started.Release();
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
        return name;
    }

    [Task]
    public static async Task<string> Polite(string name, CancellationToken ct)
    {
        try
        {
            Started.Release();
            await Task.Delay(Timeout.Infinite, ct);
            return name;
        }
        catch (OperationCanceledException)
        {
            TidiedUp.SetResult($"has removed {name}.part");
            throw;
        }
    }

    [Task]
    public static string Cached(string name) => $"yesterday's {name}";

    [Task]
    public static string Veto(string name, TaskContext context)
    {
        context.CancelRun("not on a Sunday");
        return name;
    }

    [Task]
    public static string GiveUp(string name) => throw new OperationCanceledException($"no interest in {name}");
}
