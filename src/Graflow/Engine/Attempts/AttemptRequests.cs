using System.Runtime.CompilerServices;

namespace Graflow.Engine;

/// <summary>What a body asked for while it ran; it takes effect if the attempt succeeds.</summary>
internal sealed class AttemptRequests<TIn>
{
    private ChannelWriter? _writer;

    internal List<NextTarget> SideTasks { get; } = [];

    internal StrongBox<TIn>? NextInput { get; set; }

    internal ChannelWriter Writer => _writer ??= new ChannelWriter();

    /// <summary>Compiles what the side tasks run, so that a flow that cannot work fails the attempt that asked for it.</summary>
    /// <returns>Why one of them cannot run; null when all can.</returns>
    internal Exception? TryPlan(WorkflowEngine engine)
    {
        try
        {
            SideTasks.ForEach(target => engine.Checked(target.Plan));
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Applies the recorded writes to the run's channel, all or none.</summary>
    /// <returns>Why they were refused; null when they were applied.</returns>
    internal Exception? TryCommit(RunScope scope)
    {
        try
        {
            if (_writer is { Writes.Count: > 0 } writer)
            {
                scope.Channel.Commit(writer.Writes);
            }

            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
