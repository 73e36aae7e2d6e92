using Graflow.Tests.Support;

namespace Graflow.Tests.ConsoleViews;

/// <summary>Runs flows one body at a time under a clock that stands still, and hands every event to an observer.</summary>
internal static class Recorded
{
    internal static async Task<List<RunEvent>> EventsOf<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, ManualTimeProvider? clock = null)
    {
        var seen = new List<RunEvent>();
        await RunAsync(flow, input, new Listener(seen.Add), clock ?? new ManualTimeProvider());
        return seen;
    }

    /// <summary>The run is named <c>r1</c>; how it ends is for the observer to tell.</summary>
    internal static async Task RunAsync<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, IRunObserver observer, ManualTimeProvider clock)
    {
        await using var engine = new WorkflowEngine(o =>
        {
            o.Observers.Add(observer);
            o.TimeProvider = clock;
        });
        await ((Task)engine.RunAsync(flow, input, new RunOptions { RunId = "r1", Execution = Execution.Direct })).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class Listener(Action<RunEvent> hear) : IRunObserver
    {
        public void OnEvent(RunEvent runEvent) => hear(runEvent);
    }
}
