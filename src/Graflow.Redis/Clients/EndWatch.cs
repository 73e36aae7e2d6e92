using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;

namespace Graflow.Redis.Clients;

/// <summary>Waits until a run has ended: told by Redis, and looking by itself from time to time, because a message may be lost.</summary>
internal sealed class EndWatch(RedisConnection redis, string runId)
{
    private static readonly TimeSpan Net = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RedisCell _cell = redis.Cells.Of(runId);

    /// <returns>The run's last record.</returns>
    /// <exception cref="RunNotFoundException">There is no such run, or no longer.</exception>
    /// <exception cref="RedisUnavailableException">Redis has been away for too long.</exception>
    internal async Task<byte[]> WaitAsync(CancellationToken ct)
    {
        CellRuns runs = new(redis, _cell);
        using SemaphoreSlim news = new(0);
        var heard = redis.Time.GetTimestamp();
        IAsyncDisposable? listening = null;
        try
        {
            while (true)
            {
                try
                {
                    // First the ear, then the eye: an end between them is seen.
                    listening ??= await redis.ListenAsync(_cell.EndedChannel(RunName.Of(runId)), _ => Tell(news), ct).ConfigureAwait(false);
                    if (await runs.ReadEndAsync(runId, ct).ConfigureAwait(false) is { } last)
                    {
                        return last;
                    }

                    heard = redis.Time.GetTimestamp();
                }
                catch (RedisUnavailableException) when (redis.Time.GetElapsedTime(heard) < Patience)
                {
                }

                await WaitForAsync(news, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            if (listening is not null)
            {
                await listening.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task WaitForAsync(SemaphoreSlim news, CancellationToken ct)
    {
        using var net = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var told = news.WaitAsync(net.Token);
        await Task.WhenAny(told, Task.Delay(Net, redis.Time, net.Token)).ConfigureAwait(false);
        await net.CancelAsync().ConfigureAwait(false);
        await told.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    private static void Tell(SemaphoreSlim news)
    {
        try
        {
            news.Release();
        }
        catch (ObjectDisposedException)
        {
            // The end was seen before it was told.
        }
    }
}
