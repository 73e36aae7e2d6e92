using Graflow.Redis.Connections;
using Graflow.Redis.Keys;

namespace Graflow.Redis;

/// <summary>A process's part in a fleet: one connection for everything, made when it is first needed. Thread-safe.</summary>
internal sealed class RedisFleet(RedisOptions options, RedisSetup setup) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private Task<RedisConnection>? _connecting;
    private FleetHeart? _heart;
    private bool _isDisposed;

    internal RedisOptions Options => options;

    internal TimeProvider Time => setup.Time;

    /// <summary>A number from 0 to below 1.</summary>
    internal Func<double> Chance => setup.Chance;

    /// <summary>The server's address, for messages.</summary>
    internal string Address { get; } = ServerText.Of(options.Validate());

    /// <summary>Keeps the leases of this process.</summary>
    internal FleetHeart Heart => LazyInitializer.EnsureInitialized(ref _heart, () => new FleetHeart(this, setup.HasHeartbeat));

    /// <summary>The connection; null while there is none yet.</summary>
    internal RedisConnection? Connection
    {
        get
        {
            lock (_gate)
            {
                return _connecting is { IsCompletedSuccessfully: true } connected ? connected.Result : null;
            }
        }
    }

    internal RedisCells Cells { get; } = new(options.KeyPrefix, options.Cells);

    /// <summary>The connection. One that could not be made is tried again by the next call.</summary>
    /// <exception cref="RedisUnavailableException">The server cannot be reached.</exception>
    /// <exception cref="RedisGuardException">The server would lose or corrupt runs.</exception>
    internal async ValueTask<RedisConnection> ConnectAsync(CancellationToken ct)
    {
        Task<RedisConnection> connecting;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_connecting is null or { IsFaulted: true } or { IsCanceled: true })
            {
                // Others may wait for it too, so that nobody's token ends it.
                _connecting = RedisConnection.ConnectAsync(options, setup, _end.Token);
            }

            connecting = _connecting;
        }

        try
        {
            return await connecting.WaitAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_isDisposed && !ct.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(RedisFleet));
        }
    }

    /// <summary>Ends the connection; at once also one that is still being made to a server that does not answer.</summary>
    public async ValueTask DisposeAsync()
    {
        Task<RedisConnection>? connecting;
        lock (_gate)
        {
            _isDisposed = true;
            connecting = _connecting;
        }

        _heart?.Dispose();
        await _end.CancelAsync().ConfigureAwait(false);
        if (connecting is not null)
        {
            await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (connecting.IsCompletedSuccessfully)
            {
                await connecting.Result.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
