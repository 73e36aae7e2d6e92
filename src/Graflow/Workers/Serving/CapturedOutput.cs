using System.Text;

namespace Graflow.Workers;

/// <summary><see cref="Console.Out"/> or <see cref="Console.Error"/> of a worker: each line goes to the run whose body is running. Thread-safe.</summary>
internal sealed class CapturedOutput : TextWriter
{
    private const int LongestLine = 32 * 1024;

    private readonly Lock _lock = new();
    private readonly TaskServer _server;
    private readonly OutputStream _stream;
    private readonly LineSplitter _lines;

    internal CapturedOutput(TaskServer server, OutputStream stream)
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
        (_server, _stream) = (server, stream);
        _lines = new LineSplitter(LongestLine, Send);
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            _lines.Add(buffer);
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_lock)
        {
            _lines.Add(value);
            _lines.Add("\n");
        }
    }

    /// <summary>A body ended: what it began to write is a line.</summary>
    internal void EndLine()
    {
        lock (_lock)
        {
            _lines.Flush();
        }
    }

    private void Send(string line)
    {
        var frame = FrameBuffer.Begin(FrameKind.Output, _server.CurrentId);
        FrameText.Write(frame, (int)_stream, line);
        _server.Connection.Send(frame, mayWait: true);
    }
}
