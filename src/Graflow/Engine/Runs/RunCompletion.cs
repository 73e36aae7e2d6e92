using Graflow.Logs;
using Graflow.Payloads;

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
        RunSuspendedException or RunLogException => RunStatus.Suspended,
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

    /// <summary>The run's journal, which must hold the end before anybody is told; null without a log.</summary>
    internal DurableRun? Durable { get; init; }

    /// <summary>Called once the run's journal is closed, before the caller is told.</summary>
    internal Action? Closed { get; set; }

    /// <summary>Tells the caller; code of the caller may run inside.</summary>
    internal void Publish()
    {
        if (Durable is null)
        {
            Tell();
        }
        else
        {
            _ = CloseAsync(Durable);
        }
    }

    /// <summary>Ends as the run did.</summary>
    internal abstract Task WhenTold { get; }

    private protected abstract void Tell();

    /// <summary>Writes the result down, where its type can be written.</summary>
    internal abstract void WriteOutput(in RecordWriter record);

    private async Task CloseAsync(DurableRun durable)
    {
        try
        {
            await durable.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Error ??= exception as RunLogException ?? new RunLogException("The run ended, and its journal could not be closed.", exception);
        }

        Closed?.Invoke();
        Tell();
    }

    private protected abstract void CaptureValue(VertexState output);
}

/// <summary>How a run that yields a <typeparamref name="TOut"/> ended.</summary>
internal sealed class RunCompletion<TOut> : RunCompletion
{
    private readonly TaskCompletionSource<TOut> _source = new();
    private TOut _value = default!;

    internal Task<TOut> Task => _source.Task;

    internal override Task WhenTold => _source.Task;

    internal override void WriteOutput(in RecordWriter record)
    {
        using var buffer = PooledBuffer.Rent();
        try
        {
            PayloadSerializer.Serialize(buffer, _value);
        }
        catch (Exception)
        {
            // A projection may yield what no payload carries; a replay yields it again.
            return;
        }

        record.Rest(buffer.Written);
    }

    private protected override void Tell()
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
