namespace Graflow.Redis.Connections;

/// <summary>
/// Notices a connection that is open and answers nothing, which the system reports after a quarter of an hour and the client library not at all:
/// pings every quarter of the time limit, and has the connection replaced when a ping has been waiting for one and a half of it. So at most two limits pass.
/// A ping that fails leaves it to the library to connect again; where that has not succeeded after <see cref="MaxFailed"/> of them, some four limits, the connection is replaced, too.
/// </summary>
internal sealed class SilenceWatch : IAsyncDisposable
{
    // Counted in pings, not in time: a machine that slept must not find its connection dead.
    internal const int MaxFailed = 16;

    private readonly Func<Task> _ping;
    private readonly Func<Task> _replace;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private Task _pinging = Task.CompletedTask;
    private Task _replacing = Task.CompletedTask;
    private long _pingedAt;
    private int _failed;

    internal SilenceWatch(TimeSpan limit, TimeProvider time, Func<Task> ping, Func<Task> replace)
    {
        _ping = ping;
        _replace = replace;
        _patience = 1.5 * limit;
        _time = time;
        _timer = time.CreateTimer(static state => ((SilenceWatch)state!).Look(), this, limit / 4, limit / 4);
    }

    /// <summary>Ends when the last ping has, whatever came of it.</summary>
    internal Task LastPing
    {
        get
        {
            lock (_gate)
            {
                return _pinging;
            }
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        lock (_gate)
        {
            if (!_replacing.IsCompleted)
            {
                return;
            }

            if (_pinging.IsCompleted ? _failed >= MaxFailed : _time.GetElapsedTime(_pingedAt) >= _patience)
            {
                (_pinging, _failed) = (Task.CompletedTask, 0);
                _replacing = TryAsync(_replace);
            }
            else if (_pinging.IsCompleted)
            {
                _pingedAt = _time.GetTimestamp();
                _pinging = PingAsync();
            }
        }
    }

    private async Task PingAsync() => _failed = await TryAsync(_ping).ConfigureAwait(false) ? 0 : _failed + 1;

    // A replacement that fails is tried again once a ping has waited too long, or too many have failed.
    private static async Task<bool> TryAsync(Func<Task> action)
    {
        await Task.Yield();
        try
        {
            await action().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is GraflowException || RedisFaults.Translate(exception, "") is not null)
        {
            return false;
        }
    }
}
