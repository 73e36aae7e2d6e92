using System.Text;

namespace Graflow.Handlers.Docker;

/// <summary>Reads the lines of a stream on a thread of its own, keeps the last ones, and hands all of them on.</summary>
internal sealed class ErrorLines
{
    private const int Kept = 20;
    private const int LongestLine = 64 * 1024;

    private readonly Stream _stream;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private List<string>? _early = [];

    internal ErrorLines(Stream stream, string name)
    {
        _stream = stream;
        new Thread(Read) { IsBackground = true, Name = $"stderr of {name}" }.Start();
    }

    /// <summary>Ends when the stream has, and all lines were handed on.</summary>
    internal Task Ended => _ended.Task;

    internal IReadOnlyList<string> Last
    {
        get
        {
            lock (_lock)
            {
                return [.. _last];
            }
        }
    }

    internal Action<OutputStream, string>? Receiver
    {
        get;
        set
        {
            lock (_lock)
            {
                field = value;
                if (value is not null)
                {
                    _early?.ForEach(line => value(OutputStream.StandardError, line));
                    _early = null;
                }
            }
        }
    }

    private void Read()
    {
        try
        {
            using var reader = new StreamReader(_stream, Encoding.UTF8);
            var line = new StringBuilder();
            for (int c; (c = reader.Read()) >= 0;)
            {
                if (c != '\n' && line.Append((char)c).Length < LongestLine)
                {
                    continue;
                }

                Deliver(line.ToString().TrimEnd('\r'));
                line.Clear();
            }

            if (line.Length > 0)
            {
                Deliver(line.ToString());
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private void Deliver(string line)
    {
        lock (_lock)
        {
            if (_last.Count == Kept)
            {
                _last.Dequeue();
            }

            _last.Enqueue(line);
            _early?.Add(line);
            Receiver?.Invoke(OutputStream.StandardError, line);
        }
    }
}
