using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>One worker of a pool, from its handshake to its end: understands what it says.</summary>
internal sealed class WorkerLink : IFrameReceiver
{
    private readonly WorkerSlot _slot;
    private readonly IWorkerHandle _handle;
    private readonly LineTail _errorLines = new();
    private readonly ChannelRelay _channel;
    private readonly TaskCompletionSource<Handshake> _handshake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HashSet<string> _assemblies = [];
    private string? _killed;
    private volatile bool _isClosed;
    private int _unanswered;

    private WorkerLink(WorkerSlot slot, IWorkerHandle handle)
    {
        (_slot, _handle) = (slot, handle);
        Connection = new WorkerConnection(handle.FromWorker, handle.ToWorker, this);
        _channel = new ChannelRelay(Connection);
        handle.OutputLine = OutputLine;
    }

    internal string Name => _handle.Name;

    internal WorkerConnection Connection { get; }

    /// <summary>Whether nothing more will come.</summary>
    internal bool IsClosed => _isClosed;

    /// <summary>How often the worker was asked whether it is alive since it last said anything.</summary>
    internal int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Kills a worker that was asked to end and does not.</summary>
    internal ITimer? EndTimer { get; set; }

    /// <summary>Starts a worker and waits for its handshake.</summary>
    /// <exception cref="WorkerStartException">It was not ready in time, or ended before.</exception>
    /// <exception cref="WorkerHandshakeException">It has other code.</exception>
    internal static async Task<WorkerLink> StartAsync(WorkerSlot slot, IWorkerLauncher launcher, TimeSpan limit, TimeProvider time, CancellationToken disposing)
    {
        if (WorkerEnvironment.IsUnserving)
        {
            throw WorkerStartException.InsideWorker();
        }

        if (WorkerEnvironment.IsServing)
        {
            throw WorkerStartException.InsideBody();
        }

        await launcher.PrepareAsync(disposing).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, disposing);
        WorkerLink? link = null;
        try
        {
            link = new WorkerLink(slot, await launcher.LaunchAsync(either.Token).ConfigureAwait(false));
            link.Connection.Start($"Graflow reader of {link.Name}");
            var handshake = await link._handshake.Task.WaitAsync(either.Token).ConfigureAwait(false);
            HandshakeCheck.Run(link.Name, handshake, Handshake.Own());
            link._assemblies = [.. handshake.Modules.Select(static module => module.Assembly)];
            return link;
        }
        catch (Exception exception) when (link is not null)
        {
            throw await link.FailStartAsync(deadline.IsCancellationRequested ? new TimeoutException() : exception).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a worker that did not get as far as its first call.</summary>
    /// <param name="inner">What went wrong; null where the worker just ended.</param>
    /// <returns>What to tell those who wait.</returns>
    internal async ValueTask<Exception> FailStartAsync(Exception? inner)
    {
        var loss = await EndAsync().ConfigureAwait(false);
        return inner is TimeoutException ? new WorkerStartException($"{Name} was not ready for tasks in time.{WorkerText.Lines(loss.ErrorLines)}")
            : inner is null or EndOfStreamException ? new WorkerStartException($"{loss.Reason} before it was ready for tasks.{WorkerText.Lines(loss.ErrorLines)}", loss.Exit.Failure)
            : inner;
    }

    /// <summary>Sends a call.</summary>
    /// <returns>Why it cannot be sent; null when it was, or when the worker is lost.</returns>
    internal Exception? TrySend(WorkerCall call, uint id)
    {
        if (!_assemblies.Contains(call.Assembly))
        {
            return new WorkerHandshakeException(Name, $"{call.TaskId} is declared in {call.Assembly}, which that program does not register. Reference the project there, too.");
        }

        var frame = FrameBuffer.Begin(FrameKind.Call, id);
        try
        {
            CallFrame.Write(frame, call.TaskId, call.Header);
            call.WriteInput(frame);
        }
        catch (Exception exception)
        {
            frame.Dispose();
            return exception;
        }

        Connection.Send(frame, mayWait: true);
        return null;
    }

    /// <summary>Asks whether the worker is alive.</summary>
    internal void Ask()
    {
        Interlocked.Increment(ref _unanswered);
        Connection.Send(FrameKind.Ping, callId: 0);
    }

    internal void Kill(string reason)
    {
        Interlocked.CompareExchange(ref _killed, reason, null);
        _handle.Kill();
        _ = ReleaseReaderAsync();
    }

    /// <summary>Ends what still runs and waits until nothing of it is left; all its output has come then.</summary>
    internal async Task<WorkerLoss> EndAsync()
    {
        if (EndTimer is { } timer)
        {
            await timer.DisposeAsync().ConfigureAwait(false);
        }

        _channel.Stop();
        _handle.Kill();
        var exit = await _handle.Exited.ConfigureAwait(false);
        await _handle.DisposeAsync().ConfigureAwait(false);
        return new WorkerLoss($"{Name} {_killed ?? WorkerText.EndOf(exit)}", exit, _errorLines.Take());
    }

    // Something that the worker started and that got away may hold the other end open: nobody waits for what it says.
    private async Task ReleaseReaderAsync()
    {
        await _handle.Exited.ConfigureAwait(false);
        await _handle.FromWorker.DisposeAsync().ConfigureAwait(false);
    }

    void IFrameReceiver.Closed(Exception? error)
    {
        if (error is not null)
        {
            Interlocked.CompareExchange(ref _killed, $"was killed because of what it sent: {error.Message}", null);
        }

        _isClosed = true;
        _handshake.TrySetException(error ?? new EndOfStreamException());
        _slot.Pool.Lost(_slot, this);
    }

    void IFrameReceiver.Received(ref Frame frame)
    {
        Volatile.Write(ref _unanswered, 0);
        switch (frame.Kind)
        {
            case FrameKind.Reply:
                _slot.Pool.Replied(_slot, this, frame.CallId, frame.Keep());
                break;
            case FrameKind.Recalled:
                _slot.Pool.Returned(_slot, this, frame.CallId);
                break;
            case FrameKind.Hello:
                _handshake.TrySetResult(Handshake.Read(frame.Body));
                break;
            case FrameKind.Pong:
                break;
            case FrameKind.Refused:
                _slot.Pool.Refused(_slot, this, frame.CallId, FrameText.Read(frame.Body).Text);
                break;
            default:
                Tell(ref frame);
                break;
        }
    }

    private void Tell(ref Frame frame)
    {
        var call = _slot.Pool.Find(_slot, this, frame.CallId);
        switch (frame.Kind)
        {
            case FrameKind.Output:
                var (stream, line) = FrameText.Read(frame.Body);
                OutputLine((OutputStream)stream, line, call);
                break;
            case FrameKind.Log:
                var (level, message) = FrameText.Read(frame.Body);
                call?.Post(to => to.Log((LogLevel)level, message));
                break;
            case FrameKind.Progress:
                var (fraction, text) = FrameText.ReadProgress(frame.Body);
                call?.Post(to => to.Progress(fraction, text));
                break;
            case FrameKind.CancelRun:
                var reason = FrameText.Read(frame.Body).Text;
                call?.Post(to => to.CancelRun(reason));
                break;
            case FrameKind.ChannelCall or FrameKind.ChannelStream or FrameKind.ChannelStop:
                _channel.Received(ref frame, call);
                break;
            default:
                throw new WorkerProtocolException($"A frame of the unknown kind {(int)frame.Kind}.");
        }
    }

    private void OutputLine(OutputStream stream, string line) => OutputLine(stream, line, _slot.Pool.Running(_slot, this));

    private void OutputLine(OutputStream stream, string line, WorkerCall? call)
    {
        if (stream == OutputStream.StandardError)
        {
            _errorLines.Add(line);
        }

        if (call is null)
        {
            _slot.Pool.LogOutput(this, line);
        }
        else
        {
            call.Post(to => to.Output(stream, line));
        }
    }
}
