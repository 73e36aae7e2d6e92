using System.Collections.Concurrent;
using System.IO.Pipes;
using Graflow.Workers;

namespace Graflow.Tests.Workers.Pool;

/// <summary>A worker that says what a test wants it to say, and ends when it is asked to.</summary>
internal sealed class FakeWorker : IWorkerHandle, IFrameReceiver
{
    private readonly AnonymousPipeServerStream _toEngine = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _toWorker = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _fromWorker;
    private readonly AnonymousPipeClientStream _fromEngine;
    private readonly BlockingCollection<(FrameKind Kind, uint Id)> _received = [];
    private readonly TaskCompletionSource<WorkerExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal FakeWorker(string name)
    {
        Name = name;
        _fromWorker = new AnonymousPipeClientStream(PipeDirection.In, _toEngine.ClientSafePipeHandle);
        _fromEngine = new AnonymousPipeClientStream(PipeDirection.In, _toWorker.ClientSafePipeHandle);
        Connection = new WorkerConnection(_fromEngine, _toEngine, this);
        Connection.Start(name);
    }

    public string Name { get; }

    public Stream ToWorker => _toWorker;

    public Stream FromWorker => _fromWorker;

    public Task<WorkerExit> Exited => _exited.Task;

    public Action<OutputStream, string>? OutputLine { get; set; }

    internal WorkerConnection Connection { get; }

    internal WorkerExit Exit { get; set; } = new(ExitCode: 3, Signal: null, Failure: null);

    /// <summary>Writes bytes that need not be frames.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _toEngine.Write(bytes);

    internal void Say(Handshake handshake)
    {
        var frame = FrameBuffer.Begin(FrameKind.Hello, callId: 0);
        handshake.Write(frame);
        Connection.Send(frame, mayWait: true);
    }

    internal void Say(FrameKind kind, uint id) => Connection.Send(kind, id);

    /// <summary>The next frame that the engine sent.</summary>
    internal (FrameKind Kind, uint Id) Heard() =>
        _received.TryTake(out var frame, TimeSpan.FromMinutes(1)) ? frame : throw new TimeoutException("The engine said nothing.");

    public void Kill()
    {
        if (_exited.TrySetResult(Exit))
        {
            _toEngine.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _toWorker.Dispose();
        return default;
    }

    void IFrameReceiver.Received(ref Frame frame)
    {
        _received.Add((frame.Kind, frame.CallId));
        if (frame.Kind == FrameKind.Goodbye)
        {
            Kill();
        }
    }

    void IFrameReceiver.Closed(Exception? error)
    {
    }
}
