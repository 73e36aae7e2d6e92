using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>The engine as a peer: at most two bodies at once, no observer unless one is given.</summary>
internal static class GraflowPeer
{
    /// <summary>Above the loop's length; the default would end it one step early.</summary>
    private const int MaxSteps = 2_000_000;

    public static RunOptions Options { get; } = new() { Execution = Execution.Threads(2), MaxSteps = MaxSteps };

    public static Peer Create(IExecutable<int, int> flow, long tasks, int input, double? expected, string name = "graflow", WorkflowEngine? engine = null)
    {
        var runner = engine ?? new WorkflowEngine();
        return new Peer(name, tasks, async () => await runner.RunAsync(flow, input, Options)) { Expected = expected };
    }
}
