using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A durable run that this engine drives, or is about to.</summary>
internal sealed class DrivenRun(string runId)
{
    private readonly TaskCompletionSource<DrivenRun> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal string RunId => runId;

    /// <summary>This, once the run is under way; else what kept it from being opened.</summary>
    internal Task<DrivenRun> Opened => _opened.Task;

    internal RunStartedRecord Start { get; private set; } = null!;

    internal RunDriver Driver { get; private set; } = null!;

    internal RunCompletion Completion { get; private set; } = null!;

    internal void Open(RunStartedRecord start, RunDriver driver, RunCompletion completion)
    {
        (Start, Driver, Completion) = (start, driver, completion);
        _opened.SetResult(this);
    }

    /// <summary>Cancels the run for good.</summary>
    /// <returns>Once the run ended; false when it ended otherwise, or could not be opened.</returns>
    internal async Task<bool> TryCancelAsync(string reason, CancellationToken ct)
    {
        await ((Task)Opened).WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        if (!Opened.IsCompletedSuccessfully || !Driver.Cancel(reason, CancellationToken.None))
        {
            return false;
        }

        await Completion.WhenTold.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    internal void Fail(Exception exception)
    {
        _opened.SetException(exception);
        _ = _opened.Task.Exception;
    }
}
