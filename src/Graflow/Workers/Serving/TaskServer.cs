using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>Runs the bodies that another process sends, one after the other, on the thread that serves.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The writers are the console's, to the end of the process.")]
internal sealed class TaskServer : IFrameReceiver
{
    private readonly object _gate = new();
    private readonly LinkedList<ServedCall> _waiting = [];
    private readonly IServiceProvider? _services;
    private readonly CapturedOutput _out;
    private readonly CapturedOutput _error;
    private readonly Dictionary<string, ServedTask> _tasks = new(StringComparer.Ordinal);
    private ServedCall? _current;
    private bool _isEnding;

    private TaskServer(Stream input, Stream output, WorkflowEngineOptions services)
    {
        Connection = new WorkerConnection(input, output, this);
        _services = services.Services;
        _out = new CapturedOutput(this, OutputStream.StandardOutput);
        _error = new CapturedOutput(this, OutputStream.StandardError);
    }

    internal WorkerConnection Connection { get; }

    internal ChannelAnswers Answers { get; } = new();

    /// <summary>The call whose body runs; 0 while none does.</summary>
    internal uint CurrentId => Volatile.Read(ref _current)?.Id ?? 0;

    /// <summary>Serves until the other side says goodbye. When it just disappears, this process and all that it started is killed.</summary>
    internal static void Serve(Stream input, Stream output, Action<WorkflowEngineOptions>? configure)
    {
        var services = new WorkflowEngineOptions();
        configure?.Invoke(services);
        var server = new TaskServer(input, output, services);
        Console.SetOut(server._out);
        Console.SetError(server._error);
        server.Connection.Start("Graflow reader");
        var hello = FrameBuffer.Begin(FrameKind.Hello, callId: 0);
        Handshake.Own().Write(hello);
        server.Connection.Send(hello, mayWait: true);
        server.Run();
    }

    void IFrameReceiver.Closed(Exception? error)
    {
        lock (_gate)
        {
            if (_isEnding)
            {
                return;
            }
        }

        // Nobody is left to tell anything; a body in a loop must not go on, nor what it started.
        NativeProcess.KillGroup(Environment.ProcessId);
        Environment.Exit(1);
    }

    void IFrameReceiver.Received(ref Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Call:
                Add(new ServedCall(this, frame.CallId, frame.Keep()));
                break;
            case FrameKind.Cancel:
                if (!TryGiveBack(frame.CallId))
                {
                    CancelCurrent(frame.CallId);
                }

                break;
            case FrameKind.Recall:
                TryGiveBack(frame.CallId);
                break;
            case FrameKind.Ping:
                Connection.Send(FrameKind.Pong, callId: 0);
                break;
            case FrameKind.Goodbye:
                End();
                break;
            case FrameKind.ChannelAnswer or FrameKind.ChannelEnd or FrameKind.ChannelFailed:
                Answers.Received(ref frame);
                break;
            default:
                throw new WorkerProtocolException($"A frame of the unknown kind {(int)frame.Kind}.");
        }
    }

    private void Run()
    {
        var context = ExecutionContext.Capture();
        while (Take() is { } call)
        {
            Run(call);
            // What one body sets for its flow of execution is not the next one's.
            if (context is not null && !ReferenceEquals(context, ExecutionContext.Capture()))
            {
                ExecutionContext.Restore(context);
            }
        }
    }

    private void Run(ServedCall call)
    {
        var frame = CallFrame.Read(call.Body.Span);
        if (FindTask(frame.TaskId) is not { } task)
        {
            End(call, Refusal(call, $"it has no task {frame.TaskId}. Build and deploy both from the same sources."));
            return;
        }

        var reply = FrameBuffer.Begin(FrameKind.Reply, call.Id);
        using var span = frame.Header.TraceParent is { } parent ? new Activity(frame.TaskId).SetParentId(parent).Start() : null;
        var pending = task.RunAsync(new ServedWork(frame.Header, call, _services), call.Body[frame.InputOffset..], reply, call.CancellationToken);
        if (pending.IsCompleted)
        {
            pending.GetAwaiter().GetResult();
        }
        else
        {
            // This thread has nothing else to do: one body at a time.
            pending.AsTask().GetAwaiter().GetResult();
        }

        End(call, reply);
    }

    private ServedTask? FindTask(string id)
    {
        if (!_tasks.TryGetValue(id, out var task) && GraflowRegistry.FindTask(id) is { } registration)
        {
            _tasks[id] = task = registration.Node().Serve();
        }

        return task;
    }

    private void End(ServedCall call, FrameBuffer reply)
    {
        _out.EndLine();
        _error.EndLine();
        lock (_gate)
        {
            _current = null;
        }

        Connection.Send(reply, mayWait: true);
        call.Dispose();
    }

    private static FrameBuffer Refusal(ServedCall call, string reason)
    {
        var refusal = FrameBuffer.Begin(FrameKind.Refused, call.Id);
        FrameText.Write(refusal, 0, reason);
        return refusal;
    }

    private ServedCall? Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_isEnding)
            {
                Monitor.Wait(_gate);
            }

            if (_waiting.First is not { } first)
            {
                return null;
            }

            _waiting.RemoveFirst();
            return _current = first.Value;
        }
    }

    private void Add(ServedCall call)
    {
        lock (_gate)
        {
            _waiting.AddLast(call);
            Monitor.Pulse(_gate);
        }
    }

    private void CancelCurrent(uint id)
    {
        lock (_gate)
        {
            if (_current is { } current && current.Id == id)
            {
                current.Cancel();
            }
        }
    }

    private bool TryGiveBack(uint id)
    {
        ServedCall? found;
        lock (_gate)
        {
            found = _waiting.FirstOrDefault(call => call.Id == id);
            if (found is null)
            {
                return false;
            }

            _waiting.Remove(found);
        }

        found.Dispose();
        Connection.Send(FrameKind.Recalled, id);
        return true;
    }

    private void End()
    {
        lock (_gate)
        {
            _isEnding = true;
            Monitor.Pulse(_gate);
        }
    }
}
