using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Graflow.Workers;

/// <summary>The requests to runs' channels that a worker's bodies wait for.</summary>
internal sealed class ChannelAnswers
{
    private readonly ConcurrentDictionary<uint, Channel<ReadOnlyMemory<byte>>> _open = new();
    private uint _lastNumber;

    /// <summary>Begins a request.</summary>
    /// <param name="answers">Yields its answers, and throws what it failed with.</param>
    /// <returns>The request's number.</returns>
    internal uint Open(out ChannelReader<ReadOnlyMemory<byte>> answers)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var channel = System.Threading.Channels.Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new() { SingleReader = true, SingleWriter = true });
        _open[number] = channel;
        answers = channel.Reader;
        return number;
    }

    /// <summary>Nobody waits for a request any more.</summary>
    /// <returns>Whether the other side may still be answering.</returns>
    internal bool TryClose(uint number) => _open.TryRemove(number, out var channel) && !channel.Reader.Completion.IsCompleted;

    internal void Received(ref Frame frame)
    {
        if (!_open.TryGetValue(frame.CallId, out var channel))
        {
            return;
        }

        switch (frame.Kind)
        {
            case FrameKind.ChannelAnswer:
                channel.Writer.TryWrite(frame.Body.ToArray());
                break;
            case FrameKind.ChannelEnd:
                channel.Writer.TryComplete();
                break;
            default:
                channel.Writer.TryComplete(new InvalidOperationException(FrameText.Read(frame.Body).Text));
                break;
        }
    }
}
