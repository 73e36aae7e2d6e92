namespace Graflow.Redis.Runs;

/// <summary>
/// Sends what a driver does to its run, in order, several calls under way at once: the first item goes at once, and while calls travel, what comes meanwhile gathers for the next one.
/// A call whose answer is lost is sent again, and the run's positions keep it from having its effect twice.
/// </summary>
/// <param name="patience">For how long Redis may be away before the sender fails: no longer than the run's lease holds.</param>
/// <param name="time">The clock of that.</param>
/// <param name="send">Makes a call; called again for one whose answer was lost.</param>
internal sealed class LogSender(TimeSpan patience, TimeProvider time, Func<LogCall, Task<LogReply>> send)
{
    private const int MaxUnderWay = 4;
    private const int MaxItems = 1024;
    private const int MaxBytes = 512 * 1024;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Queue<LogItem> _pending = [];
    private readonly Queue<LogCall> _unwritten = [];
    private readonly List<(long Position, IThreadPoolWorkItem Then)> _waiters = [];
    private long _added;
    private long _taken;
    private long _written;
    private int _underWay;
    private int _holds;
    private bool _isRecovering;

    /// <summary>Called, once, when the sending ended for good, under no lock.</summary>
    internal Action? Failed { get; set; }

    /// <summary>What ended the sending for good: the reason, or what stands for it.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>How many items were added.</summary>
    internal long Added => Interlocked.Read(ref _added);

    internal bool IsWritten(long position) => position <= Interlocked.Read(ref _written);

    /// <param name="item">What to send, behind all that was added before.</param>
    /// <param name="lazy">Whether it may wait for the next item that is not lazy.</param>
    /// <returns>Its place, from 1; 0 when the sending has ended.</returns>
    internal long Add(LogItem item, bool lazy = false)
    {
        lock (_gate)
        {
            if (Failure is not null)
            {
                return 0;
            }

            _pending.Enqueue(item);
            _added++;
            if (!lazy && _holds == 0)
            {
                Send();
            }

            return _added;
        }
    }

    /// <summary>Lets what is added gather until <see cref="Release"/>, unless somebody waits for it.</summary>
    internal void Hold()
    {
        lock (_gate)
        {
            _holds++;
        }
    }

    internal void Release()
    {
        lock (_gate)
        {
            if (--_holds == 0)
            {
                Send();
            }
        }
    }

    /// <summary>Sends what there is, lazy or not.</summary>
    internal void Flush()
    {
        lock (_gate)
        {
            Send();
        }
    }

    internal void WhenWritten(long position, IThreadPoolWorkItem then)
    {
        lock (_gate)
        {
            if (position > _written && Failure is null)
            {
                _waiters.Add((position, then));
                Send();
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);
    }

    internal void Fail(Exception reason)
    {
        lock (_gate)
        {
            if (Failure is not null)
            {
                return;
            }

            Failure = reason;
            _pending.Clear();
            CallWaiters();
        }

        if (_gate.IsHeldByCurrentThread)
        {
            // A call that failed at once, within the lock of whoever made it.
            ThreadPool.UnsafeQueueUserWorkItem(static sender => sender.Failed?.Invoke(), this, preferLocal: false);
        }
        else
        {
            Failed?.Invoke();
        }
    }

    internal static TimeoutException Away(TimeSpan patience) => new($"Redis has been away for longer than {patience.TotalSeconds:0.#} s.");

    private void Send()
    {
        while (Failure is null && !_isRecovering && _underWay < MaxUnderWay && Gather() is { } call)
        {
            _unwritten.Enqueue(call);
            _underWay++;
            _ = SendAsync(call);
        }
    }

    private LogCall? Gather()
    {
        List<LogItem> items = [];
        for (var bytes = 0; items.Count < MaxItems && bytes < MaxBytes && _pending.TryDequeue(out var item);)
        {
            items.Add(item);
            bytes += item.Size;
        }

        var first = _taken + 1;
        _taken += items.Count;
        return items.Count == 0 ? null : new LogCall(first, items);
    }

    private async Task SendAsync(LogCall call)
    {
        var reply = await TrySendAsync(call).ConfigureAwait(false);
        lock (_gate)
        {
            _underWay--;
            Settle(call, reply);
            _isRecovering |= !call.IsWritten;
            if (_isRecovering && _underWay == 0 && Failure is null)
            {
                _ = RecoverAsync();
            }

            if (_holds == 0)
            {
                Send();
            }
        }
    }

    /// <summary>One after the other, from the first that is not known to be written.</summary>
    private async Task RecoverAsync()
    {
        var began = time.GetTimestamp();
        while (Next() is { } call)
        {
            var reply = await TrySendAsync(call).ConfigureAwait(false);
            lock (_gate)
            {
                Settle(call, reply);
            }

            if (call.IsWritten)
            {
                began = time.GetTimestamp();
                continue;
            }

            if (reply == LogReply.Gap)
            {
                Fail(new LostRecordsException());
            }
            else if (time.GetElapsedTime(began) > patience)
            {
                Fail(Away(patience));
            }

            await Task.Delay(RetryDelay, time).ConfigureAwait(false);
        }
    }

    private LogCall? Next()
    {
        lock (_gate)
        {
            if (Failure is null && _unwritten.TryPeek(out var call))
            {
                return call;
            }

            _isRecovering = false;
            Send();
            return null;
        }
    }

    /// <returns>Null when no answer came.</returns>
    private async Task<LogReply?> TrySendAsync(LogCall call)
    {
        try
        {
            return await send(call).ConfigureAwait(false);
        }
        catch (RedisUnavailableException)
        {
            return null;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return null;
        }
    }

    private void Settle(LogCall call, LogReply? reply)
    {
        call.IsWritten |= reply == LogReply.Written;
        while (_unwritten.TryPeek(out var first) && first.IsWritten)
        {
            _written = Math.Max(_written, _unwritten.Dequeue().Last);
        }

        CallWaiters();
    }

    private void CallWaiters()
    {
        foreach (var (_, then) in _waiters.Where(waiter => Failure is not null || waiter.Position <= _written))
        {
            ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);
        }

        _waiters.RemoveAll(waiter => Failure is not null || waiter.Position <= _written);
    }
}
