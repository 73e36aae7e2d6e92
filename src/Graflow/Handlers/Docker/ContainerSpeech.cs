using System.Text;
using Graflow.Workers;

namespace Graflow.Handlers.Docker;

/// <summary>Listens to a container's standard output, where a program that could not connect serves; of one that could, it is just output.</summary>
internal sealed class ContainerSpeech
{
    // The first frame begins with its length, of which the upper half is empty; no text does.
    private const int LengthSize = sizeof(int);

    private readonly TaskCompletionSource<Stream> _frames = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOutput;

    internal ContainerSpeech(Stream output, Action<string> line, string threadName) =>
        new Thread(() => Read(output, line, threadName)) { IsBackground = true, Name = threadName }.Start();

    /// <summary>The frames, if there are any; else it never ends.</summary>
    internal Task<Stream> Frames => _frames.Task;

    /// <summary>Ends when all lines were handed on, or it is clear that there are none.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>The program has connected elsewhere: whatever comes here is output, also what looks like frames.</summary>
    internal void TakeAsOutput() => _isOutput = true;

    private void Read(Stream output, Action<string> line, string threadName)
    {
        var head = new byte[LengthSize];
        var count = ReadHead(output, head);
        var rest = new WorkerOutput(head.AsMemory(0, count), output);
        if (!_isOutput && count == LengthSize && IsFrame(head))
        {
            _frames.SetResult(rest);
            _ended.SetResult();
            return;
        }

        LineReader.Start(new StreamReader(rest, Encoding.UTF8), line, threadName).ContinueWith(_ => _ended.SetResult(), TaskScheduler.Default);
    }

    private static int ReadHead(Stream output, byte[] head)
    {
        var count = 0;
        try
        {
            for (int read; count < head.Length && IsFrame(head.AsSpan(0, count)) && (read = output.Read(head, count, head.Length - count)) > 0;)
            {
                count += read;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It has ended.
        }

        return count;
    }

    private static bool IsFrame(ReadOnlySpan<byte> head) => head.Length <= LengthSize / 2 || !head[(LengthSize / 2)..].ContainsAnyExcept((byte)0);
}
