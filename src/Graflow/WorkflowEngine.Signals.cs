namespace Graflow;

public sealed partial class WorkflowEngine
{
    /// <summary>Answers a wait of a run. A signal for which no wait is open yet is kept until one opens; each wait takes one.</summary>
    /// <typeparam name="T">Exactly what <see cref="Flow.WaitFor{T}"/> waits for; write it down where the value is of a derived type.</typeparam>
    /// <param name="runId">The run.</param>
    /// <param name="name">What is waited for.</param>
    /// <param name="value">Passed by reference to a run in this process: it should be immutable.</param>
    /// <param name="key">Which of several waits of that name: the key given to <c>WaitFor</c>, else the wait's path. Null means the one that has waited longest.</param>
    /// <param name="ct">Gives up before the signal is stored.</param>
    /// <returns>Once the run has the signal; what comes after the wait runs on other threads.</returns>
    /// <exception cref="SignalRefusedException">The run has ended, or no wait of it can take the signal; nothing was stored.</exception>
    public Task SignalAsync<T>(string runId, string name, T value, string? key = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return SendAsync(runId, new Signal<T>(Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"), name, key, value), ct);
    }

    private async Task SendAsync(string runId, Signal signal, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!Live.TryFind(runId, out var scope))
        {
            throw SignalRefusedException.NoRun(runId, signal);
        }

        scope.Waits.Send(signal);
        if (scope.Durable is { } durable)
        {
            await durable.CommitAsync(ct).ConfigureAwait(false);
        }
    }
}
