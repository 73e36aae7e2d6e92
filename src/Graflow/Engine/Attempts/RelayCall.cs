using System.Buffers;
using Graflow.Channels;
using Graflow.Fleets;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>A body that a worker of the fleet hands on to a child process or a container of its own: bytes in, bytes out.</summary>
internal sealed class RelayCall(QueuedAttempt attempt, string assembly, ReadOnlyMemory<byte> input, RunnerPort port) : WorkerCall
{
    private readonly TaskCompletionSource<byte[]> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChannelServer? _channel;

    internal override string TaskId => attempt.TaskId;

    internal override string Assembly => assembly;

    internal override int Priority => 0;

    internal override string TaskPath => attempt.Path;

    internal override bool MayBeSentAhead => attempt.Timeout is null;

    internal override AttemptHeader Header => AttemptRunner.HeaderOf(attempt);

    internal override IChannelPort Channel => _channel ??= new ChannelServer(port.Channel);

    /// <summary>Calls the body where the place is.</summary>
    /// <returns>Its reply.</returns>
    internal async Task<byte[]> RunAsync(PoolPlace place, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static state => (((RelayCall Call, WorkerPool Pool))state!).Pool.Cancel((((RelayCall Call, WorkerPool Pool))state).Call), (this, place.Pool));
        place.Pool.Submit(this, place.Lease);
        return await _reply.Task.ConfigureAwait(false);
    }

    internal override void WriteInput(IBufferWriter<byte> request) => request.Write(input.Span);

    internal override void Complete(RentedBytes reply)
    {
        var bytes = reply.Span.ToArray();
        reply.Return();
        _reply.SetResult(bytes);
    }

    internal override void Fail(Exception exception) => _reply.SetException(exception);

    internal override void Output(OutputStream stream, string line) => port.Output(stream, line);

    internal override void Log(LogLevel level, string message) => port.Log(level, message);

    internal override void Progress(double fraction, string? text)
    {
        try
        {
            port.Progress(fraction, text);
        }
        catch (AttemptEndedException)
        {
        }
    }

    internal override void CancelRun(string reason)
    {
        try
        {
            port.CancelRun(reason);
        }
        catch (AttemptEndedException)
        {
        }
    }

    internal override void Redelivered(int delivery, string reason) => port.Log(LogLevel.Warning, $"delivery {delivery}: {reason}");
}
