using System.Buffers;
using System.Collections.Concurrent;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>Carries a worker's requests to the channels of the runs, and the answers back.</summary>
internal sealed class ChannelRelay(WorkerConnection connection)
{
    private readonly ConcurrentDictionary<uint, CancellationTokenSource> _open = new();
    private volatile bool _isStopped;

    /// <summary>A frame about a channel; its body begins with the request's number.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="call">The call whose body asks; null where it is over.</param>
    internal void Received(ref Frame frame, WorkerCall? call)
    {
        var reader = new PayloadReader(frame.Body);
        var request = reader.ReadUnmanaged<uint>();
        if (frame.Kind == FrameKind.ChannelStop)
        {
            if (_open.TryGetValue(request, out var open))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), open, preferLocal: false);
            }

            return;
        }

        if (call is null)
        {
            Fail(request, "The attempt is over.");
            return;
        }

        var stopped = _open[request] = new CancellationTokenSource();
        var (body, isStream) = (frame.Keep(), frame.Kind == FrameKind.ChannelStream);
        call.Post(asked => _ = AnswerAsync(asked, request, body, isStream, stopped.Token));
    }

    /// <summary>The worker is lost: nobody wants answers any more.</summary>
    internal void Stop()
    {
        _isStopped = true;
        foreach (var source in _open.Values)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), source, preferLocal: false);
        }
    }

    private async Task AnswerAsync(WorkerCall call, uint request, RentedBytes body, bool isStream, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = body.Memory[sizeof(uint)..];
            if (isStream)
            {
                await foreach (var answer in call.Channel.StreamAsync(bytes, cancellationToken).ConfigureAwait(false))
                {
                    Send(FrameKind.ChannelAnswer, request, answer);
                }

                Send(FrameKind.ChannelEnd, request, default);
            }
            else
            {
                Send(FrameKind.ChannelAnswer, request, await call.Channel.CallAsync(bytes, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception exception)
        {
            Fail(request, ExceptionText.MessageOf(exception));
        }
        finally
        {
            body.Return();
            _open.TryRemove(request, out _);
        }
    }

    private void Send(FrameKind kind, uint request, ReadOnlyMemory<byte> answer)
    {
        if (!_isStopped)
        {
            var frame = FrameBuffer.Begin(kind, request);
            frame.Write(answer.Span);
            connection.Send(frame, mayWait: true);
        }
    }

    private void Fail(uint request, string reason)
    {
        var frame = FrameBuffer.Begin(FrameKind.ChannelFailed, request);
        FrameText.Write(frame, 0, reason);
        connection.Send(frame, mayWait: false);
    }
}
