namespace Graflow.Redis.Runs;

/// <summary>
/// Sends what is appended to a journal, in order, several batches under way at once: while they travel, what comes meanwhile gathers for the next one.
/// A batch whose answer is lost is sent again, and the log's positions keep it from being written twice.
/// </summary>
/// <param name="patience">For how long Redis may be away before the journal fails: no longer than its lease holds.</param>
/// <param name="time">The clock of that.</param>
/// <param name="gather">Takes the next batch out of what was appended; null when there is none.</param>
internal sealed class LogSender(TimeSpan patience, TimeProvider time, Func<LogBatch?> gather)
{
    private const int MaxUnderWay = 4;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Queue<LogBatch> _unwritten = [];
    private readonly List<(long Position, IThreadPoolWorkItem Then)> _waiters = [];
    private int _underWay;
    private bool _isRecovering;
    private long _written;

    internal Lock Gate => _gate;

    /// <summary>What ended the sending for good.</summary>
    internal Exception? Failure { get; private set; }

    internal bool IsWritten(long position)
    {
        lock (_gate)
        {
            return position <= _written;
        }
    }

    /// <summary>Sends what there is, as far as not too much is under way.</summary>
    internal void Send()
    {
        lock (_gate)
        {
            while (Failure is null && !_isRecovering && _underWay < MaxUnderWay && gather() is { } batch)
            {
                _unwritten.Enqueue(batch);
                _underWay++;
                _ = SendAsync(batch);
            }
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
            Failure ??= reason;
            Release();
        }
    }

    private async Task SendAsync(LogBatch batch)
    {
        var reply = await TrySendAsync(batch).ConfigureAwait(false);
        lock (_gate)
        {
            _underWay--;
            Settle(batch, reply);
            _isRecovering |= !batch.IsWritten;
            if (_isRecovering && _underWay == 0 && Failure is null)
            {
                _ = RecoverAsync();
            }

            Send();
        }
    }

    /// <summary>One after the other, from the first that is not known to be written.</summary>
    private async Task RecoverAsync()
    {
        var began = time.GetTimestamp();
        while (Next() is { } batch)
        {
            var reply = await TrySendAsync(batch).ConfigureAwait(false);
            lock (_gate)
            {
                Settle(batch, reply);
            }

            if (batch.IsWritten)
            {
                began = time.GetTimestamp();
                continue;
            }

            if (reply == LogReply.Gap)
            {
                Fail(new InvalidOperationException("Redis has lost records that it had taken."));
            }
            else if (time.GetElapsedTime(began) > patience)
            {
                Fail(new TimeoutException($"Redis has been away for longer than {patience.TotalSeconds:0.#} s."));
            }

            await Task.Delay(RetryDelay, time).ConfigureAwait(false);
        }
    }

    private LogBatch? Next()
    {
        lock (_gate)
        {
            if (Failure is null && _unwritten.TryPeek(out var batch))
            {
                return batch;
            }

            _isRecovering = false;
            Send();
            return null;
        }
    }

    /// <returns>Null when no answer came.</returns>
    private async Task<LogReply?> TrySendAsync(LogBatch batch)
    {
        try
        {
            return await batch.Send().ConfigureAwait(false);
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

    private void Settle(LogBatch batch, LogReply? reply)
    {
        batch.IsWritten |= reply == LogReply.Written;
        while (_unwritten.TryPeek(out var first) && first.IsWritten)
        {
            _written = Math.Max(_written, _unwritten.Dequeue().Last);
        }

        Release();
    }

    private void Release()
    {
        foreach (var (_, then) in _waiters.Where(waiter => Failure is not null || waiter.Position <= _written))
        {
            ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);
        }

        _waiters.RemoveAll(waiter => Failure is not null || waiter.Position <= _written);
    }
}
