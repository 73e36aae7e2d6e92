namespace Graflow.Workers;

/// <summary>Frames over a pair of blocking streams: one thread of its own reads, whoever sends first writes, and takes along what others send meanwhile. Used by both sides. Thread-safe.</summary>
internal sealed class WorkerConnection(Stream input, Stream output, IFrameReceiver receiver)
{
    // What is sent while somebody writes waits in buffers of about this size.
    private const int BatchSize = 64 * 1024;

    // Senders wait while so much is unsent, so that a body that prints without an end cannot fill the memory.
    private const long MaxUnsent = 16 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly LinkedList<FrameBuffer> _unsent = [];
    private long _unsentBytes;
    private bool _isWriting;
    private bool _isClosed;

    /// <summary>Starts the thread that reads.</summary>
    internal void Start(string threadName) => new Thread(Read) { IsBackground = true, Name = threadName }.UnsafeStart();

    /// <summary>Sends a frame; what is sent on a closed connection is dropped, and <see cref="IFrameReceiver.Closed"/> tells.</summary>
    /// <param name="frame">Belongs to the connection from now on.</param>
    /// <param name="mayWait">Whether to wait while too much is unsent; false for small frames that come from a reader or a timer.</param>
    internal void Send(FrameBuffer frame, bool mayWait)
    {
        frame.Seal();
        lock (_gate)
        {
            while (mayWait && _isWriting && _unsentBytes > MaxUnsent && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            if (_isClosed)
            {
                frame.Dispose();
                return;
            }

            if (_isWriting)
            {
                Add(frame);
                return;
            }

            _isWriting = true;
        }

        Write(frame);
    }

    /// <summary>Sends a frame without a body.</summary>
    internal void Send(FrameKind kind, uint callId) => Send(FrameBuffer.Begin(kind, callId), mayWait: false);

    /// <summary>Drops what is unsent, and what is sent from now on; the streams are their owner's.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var frame in _unsent)
            {
                frame.Dispose();
            }

            _unsent.Clear();
            _unsentBytes = 0;
            Monitor.PulseAll(_gate);
        }
    }

    private void Add(FrameBuffer frame)
    {
        _unsentBytes += frame.Count;
        if (_unsent.Last?.Value is { } last && last.Count + frame.Count <= BatchSize)
        {
            last.Append(frame);
            frame.Dispose();
        }
        else
        {
            _unsent.AddLast(frame);
        }
    }

    private void Write(FrameBuffer? frame)
    {
        while (frame is not null)
        {
            try
            {
                output.Write(frame.Written);
                output.Flush();
            }
            catch (Exception exception) when (IsLoss(exception))
            {
                // The reader finds the end by itself, after what the other side said last.
                Close();
            }

            frame.Dispose();
            frame = TakeUnsent();
        }
    }

    private FrameBuffer? TakeUnsent()
    {
        lock (_gate)
        {
            if (_unsent.First is not { } first)
            {
                _isWriting = false;
                return null;
            }

            _unsent.RemoveFirst();
            _unsentBytes -= first.Value.Count;
            Monitor.PulseAll(_gate);
            return first.Value;
        }
    }

    private void Read()
    {
        Exception? error = null;
        try
        {
            new FrameReader(input, receiver).Run();
        }
        catch (Exception exception) when (exception is WorkerProtocolException or PayloadException)
        {
            error = exception;
        }
        catch (Exception exception) when (IsLoss(exception))
        {
        }

        Close();
        receiver.Closed(error);
    }

    private static bool IsLoss(Exception exception) => exception is IOException or ObjectDisposedException or InvalidOperationException;
}
