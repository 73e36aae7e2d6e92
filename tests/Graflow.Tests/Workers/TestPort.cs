using System.Collections.Concurrent;
using Graflow.Channels;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Tests.Workers;

/// <summary>The way back of a served attempt, without a wire: what it says is kept, and its channel is in this process, behind bytes.</summary>
internal sealed class TestPort(IChannel channel) : IAttemptPort, IChannelPort
{
    private readonly ChannelServer _server = new(channel);

    IChannel IAttemptPort.Channel => new RemoteChannel(this);

    bool IAttemptPort.IsOver => false;

    internal ConcurrentQueue<string> Said { get; } = new();

    public ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => _server.CallAsync(request.ToArray(), cancellationToken);

    public IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => _server.StreamAsync(request.ToArray(), cancellationToken);

    public void Log(LogLevel level, string message) => Said.Enqueue($"{level}: {message}");

    public void Progress(double fraction, string? text) => Said.Enqueue(FormattableString.Invariant($"{fraction} {text}"));

    public void CancelRun(string reason) => Said.Enqueue($"cancel: {reason}");
}
