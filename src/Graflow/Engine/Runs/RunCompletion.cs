namespace Graflow.Engine;

/// <summary>How a run ended, and the promise that tells its caller.</summary>
internal abstract class RunCompletion
{
    private readonly Lock _watchLock = new();
    private List<IDisposable>? _watches;
    private bool _isDone;

    /// <summary>What ended the run; null when it succeeded.</summary>
    internal Exception? Error { get; private set; }

    internal RunStatus Status => Error switch
    {
        null => RunStatus.Succeeded,
        RunCancelledException => RunStatus.Cancelled,
        _ => RunStatus.Failed,
    };

    /// <summary>Reads the result out of a frame in which everything settled.</summary>
    internal void Capture(Frame root)
    {
        if (root.Succeeded)
        {
            CaptureValue(root.Output);
        }
        else
        {
            Error = root.Failure?.ToException()
                ?? new InvalidOperationException($"The run's output {root.Output.Path} is {root.Output.Status} and nothing failed.");
        }
    }

    internal void Capture(Exception error) => Error = error;

    /// <summary>Something that watches the run and must not outlive it.</summary>
    internal void DisposeWhenDone(IDisposable watch)
    {
        lock (_watchLock)
        {
            if (!_isDone)
            {
                (_watches ??= []).Add(watch);
                return;
            }
        }

        watch.Dispose();
    }

    private protected void DisposeWatches()
    {
        lock (_watchLock)
        {
            _isDone = true;
        }

        foreach (var watch in _watches ?? [])
        {
            watch.Dispose();
        }
    }

    /// <summary>Tells the caller; code of the caller may run inside.</summary>
    internal abstract void Publish();

    private protected abstract void CaptureValue(VertexState output);
}

/// <summary>How a run that yields a <typeparamref name="TOut"/> ended.</summary>
internal sealed class RunCompletion<TOut> : RunCompletion
{
    private readonly TaskCompletionSource<TOut> _source = new();
    private TOut _value = default!;

    internal Task<TOut> Task => _source.Task;

    internal override void Publish()
    {
        DisposeWatches();
        if (Error is { } error)
        {
            _source.SetException(error);
        }
        else
        {
            _source.SetResult(_value);
        }
    }

    private protected override void CaptureValue(VertexState output) => _value = output.Read<TOut>();
}
