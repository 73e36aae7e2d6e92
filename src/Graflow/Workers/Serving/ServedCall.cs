using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Graflow.Channels;
using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>A call in a worker: waits for its turn, runs, and speaks for its body.</summary>
internal sealed class ServedCall(TaskServer server, uint id, RentedBytes body) : IAttemptPort, IChannelPort, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    internal uint Id => id;

    internal ReadOnlyMemory<byte> Body => body.Memory;

    internal CancellationToken CancellationToken => _cancellation.Token;

    IChannel IAttemptPort.Channel => new RemoteChannel(this);

    bool IAttemptPort.IsOver => false;

    /// <summary>Fires the body's token, on a pool thread: callbacks of the body run inside.</summary>
    internal void Cancel() => ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), _cancellation, preferLocal: false);

    public void Log(LogLevel level, string message)
    {
        var frame = FrameBuffer.Begin(FrameKind.Log, id);
        FrameText.Write(frame, (int)level, message);
        server.Connection.Send(frame, mayWait: true);
    }

    public void Progress(double fraction, string? text)
    {
        var frame = FrameBuffer.Begin(FrameKind.Progress, id);
        FrameText.Write(frame, fraction, text);
        server.Connection.Send(frame, mayWait: true);
    }

    public void CancelRun(string reason)
    {
        var frame = FrameBuffer.Begin(FrameKind.CancelRun, id);
        FrameText.Write(frame, 0, reason);
        server.Connection.Send(frame, mayWait: true);
    }

    public async ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var number = server.Answers.Open(out var answers);
        try
        {
            Ask(FrameKind.ChannelCall, number, request.Span);
            return await answers.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Forget(number);
        }
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(ReadOnlyMemory<byte> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = server.Answers.Open(out var answers);
        try
        {
            Ask(FrameKind.ChannelStream, number, request.Span);
            await foreach (var answer in answers.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return answer;
            }
        }
        finally
        {
            Forget(number);
        }
    }

    public void Dispose() => body.Return();

    private void Ask(FrameKind kind, uint number, ReadOnlySpan<byte> request)
    {
        var frame = FrameBuffer.Begin(kind, id);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.GetSpan(sizeof(uint)), number);
        frame.Advance(sizeof(uint));
        frame.Write(request);
        server.Connection.Send(frame, mayWait: true);
    }

    private void Forget(uint number)
    {
        if (server.Answers.TryClose(number))
        {
            Ask(FrameKind.ChannelStop, number, default);
        }
    }
}
