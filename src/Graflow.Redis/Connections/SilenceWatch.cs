namespace Graflow.Redis.Connections;

/// <summary>
/// Notices a connection that is open and answers nothing, which the system reports after a quarter of an hour and the client library not at all:
/// pings every quarter of the time limit, and has the connection replaced when a ping has been waiting for one and a half of it. So at most two limits pass.
/// </summary>
internal sealed class SilenceWatch : IAsyncDisposable
{
    private readonly Func<Task> _ping;
    private readonly Func<Task> _replace;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private Task _pinging = Task.CompletedTask;
    private Task _replacing = Task.CompletedTask;
    private long _pingedAt;

    internal SilenceWatch(TimeSpan limit, TimeProvider time, Func<Task> ping, Func<Task> replace)
    {
        _ping = ping;
        _replace = replace;
        _patience = 1.5 * limit;
        _time = time;
        _timer = time.CreateTimer(static state => ((SilenceWatch)state!).Look(), this, limit / 4, limit / 4);
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

            if (_pinging.IsCompleted)
            {
                _pingedAt = _time.GetTimestamp();
                _pinging = Start(_ping);
            }
            else if (_time.GetElapsedTime(_pingedAt) >= _patience)
            {
                _pinging = Task.CompletedTask;
                _replacing = Start(_replace);
            }
        }
    }

    // A ping that fails is an answer: the library knows that the connection is gone and makes another. A replacement that fails is tried again once a ping has waited too long.
    private static async Task Start(Func<Task> action)
    {
        await Task.Yield();
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFaults.Translate(exception, "") is not null)
        {
        }
    }
}
