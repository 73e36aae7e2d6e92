using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Workers;

/// <summary>Takes runs that wait for a driver, as many as a worker is to drive at once, and goes on with them.</summary>
/// <param name="engine">Drives them.</param>
/// <param name="known">Which workflows it can drive.</param>
/// <param name="most">How many at once.</param>
/// <param name="chance">A number from 0 to below 1.</param>
internal sealed class RunTaker(WorkflowEngine engine, KnownIds known, int most, Func<double> chance) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Ends when it takes no more.</summary>
    internal Task Stopped { get; private set; } = Task.CompletedTask;

    internal void Start(CancellationToken stop) => Stopped = RunAsync(stop);

    /// <summary>A run may wait, or there may be room for one.</summary>
    internal void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // It looks anyway, or never again.
        }
    }

    public void Dispose() => _wake.Dispose();

    private async Task RunAsync(CancellationToken stop)
    {
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            var isFine = await TryTakeAllAsync(stop).ConfigureAwait(false);
            // What failed waits again, for this worker too.
            pause = isFine ? FirstPause : 2 * pause < LongestPause ? 2 * pause : LongestPause;
            await WaitAsync(isFine, pause, stop).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(bool isFine, TimeSpan pause, CancellationToken stop)
    {
        if (isFine)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(0.75 + (chance() / 2)), engine.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            await _wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else
        {
            await Task.Delay(pause * (0.5 + (chance() / 2)), engine.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether nothing went wrong.</returns>
    private async Task<bool> TryTakeAllAsync(CancellationToken stop)
    {
        try
        {
            var store = (RedisRunStore)engine.Store!;
            while (!stop.IsCancellationRequested && engine.Driven.All.Count < most)
            {
                if (await store.TryTakeAsync(known, stop).ConfigureAwait(false) is not { } runId)
                {
                    return true;
                }

                // What was taken is gone on with, also when the worker is told to stop meanwhile: so it is released as all others are.
                if (await engine.TryResumeAsync(runId, CancellationToken.None).ConfigureAwait(false) is { Problem: { } failure })
                {
                    WorkerLog.RunNotDriven(engine.Logger, runId, failure);
                    return false;
                }

                _ = WakeAfterAsync(runId);
            }

            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            WorkerLog.TakingFailed(engine.Logger, exception);
            return false;
        }
    }

    private async Task WakeAfterAsync(string runId)
    {
        if (engine.Driven.Find(runId) is { } driven)
        {
            await driven.Completion.WhenTold.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Wake();
    }
}
