using System.Collections.Concurrent;
using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow.Observers;

/// <summary>Calls an engine's observers: one event at a time, on the thread pool, whenever a run has news.</summary>
internal sealed class ObserverPump(IReadOnlyList<IRunObserver> observers, ILogger logger) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<RunRecorder> _news = new();
    private readonly EventBuffer _buffer = new();
    private readonly Lock _idleLock = new();
    private TaskCompletionSource? _idle;
    private int _isRunning;

    internal void Add(RunRecorder recorder)
    {
        _news.Enqueue(recorder);
        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Completes once all events that happened before were seen by all observers.</summary>
    internal Task WhenIdleAsync()
    {
        lock (_idleLock)
        {
            if (Volatile.Read(ref _isRunning) == 0 && _news.IsEmpty)
            {
                return Task.CompletedTask;
            }

            return (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            while (_news.TryDequeue(out var recorder))
            {
                recorder.Acknowledge();
                Drain(recorder);
            }

            Interlocked.Exchange(ref _isRunning, 0);
        }
        while (!_news.IsEmpty && Interlocked.Exchange(ref _isRunning, 1) == 0);

        lock (_idleLock)
        {
            if (Volatile.Read(ref _isRunning) == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }

    private void Drain(RunRecorder recorder)
    {
        while (recorder.Read(recorder.Observed, _buffer) is { IsEmpty: false } events)
        {
            recorder.Observed += events.Length;
            foreach (var runEvent in events)
            {
                foreach (var observer in observers)
                {
                    Call(observer, runEvent);
                }
            }
        }
    }

    private void Call(IRunObserver observer, RunEvent runEvent)
    {
        try
        {
            observer.OnEvent(runEvent);
        }
        catch (Exception exception)
        {
            Log.ObserverFailed(logger, observer.GetType().Name, runEvent.RunId, exception);
        }
    }
}
