using System.Buffers;
using System.Collections.Concurrent;
using Graflow.Channels;
using Graflow.Workers;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Graflow.Tests.Workers.Pool;

/// <summary>A call whose end a test waits for.</summary>
internal sealed class FakeCall(string name) : WorkerCall
{
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<int> End => _end.Task;

    internal ConcurrentQueue<string> Told { get; } = [];

    /// <summary>Keeps the call from being sent until it is set.</summary>
    internal ManualResetEventSlim MayBeSent { get; } = new(initialState: true);

    internal override int Priority => 0;

    internal override string TaskId => name;

    internal override string Assembly => "Tasks";

    internal override string TaskPath => name;

    internal override AttemptHeader Header => new("run", name, 1, 0, null);

    internal override bool MayBeSentAhead => true;

    internal override IChannelPort Channel => throw new NotSupportedException();

    internal override void WriteInput(IBufferWriter<byte> request) => Assert.True(MayBeSent.Wait(TimeSpan.FromMinutes(1)));

    internal override void Complete(RentedBytes reply)
    {
        var length = reply.Span.Length;
        reply.Return();
        _end.SetResult(length);
    }

    internal override void Fail(Exception exception) => _end.SetException(exception);

    internal override void Output(OutputStream stream, string line) => Told.Enqueue(line);

    internal override void Log(LogLevel level, string message) => Told.Enqueue(message);

    internal override void Progress(double fraction, string? text) => Told.Enqueue(text ?? "");

    internal override void CancelRun(string reason) => Told.Enqueue(reason);

    internal override void Redelivered(int delivery, string reason) => Told.Enqueue($"{delivery} {reason}");
}
