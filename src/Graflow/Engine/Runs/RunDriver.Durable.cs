namespace Graflow.Engine;

internal sealed partial class RunDriver
{
    /// <summary>The run's journal and memory; null in a run without a log.</summary>
    internal DurableRun? Durable { get; private set; }

    /// <summary>Takes from the history what is known, on this thread and in the order in which it happened, then goes on with what is left.</summary>
    internal void Replay<TIn>(TIn input, DurableRun durable)
    {
        var (ordered, limit) = (Ordered, Limit);
        (Ordered, Limit, Recorder) = (new OrderedReadyQueue(durable), 1, null);
        _steps = durable.History!.Steps;
        Begin(input);

        // This thread came back because nothing is ready, and nobody else advances the run yet.
        (Ordered, Limit, Recorder) = (ordered, limit, _scope.Recorder);
        if (_isEnded)
        {
            return;
        }

        if (durable.History.End is { } end)
        {
            TryEndEarly(durable.ReadEnd(end));
            return;
        }

        try
        {
            durable.EndReplay(this);
        }
        catch (RunLogException failure)
        {
            TryEndEarly(failure);
        }
    }

    /// <summary>Makes vertices ready that were parked, in their order.</summary>
    internal void Release(IReadOnlyList<VertexState> parked)
    {
        var worker = TakeSeat();
        for (var i = parked.Count - 1; i >= 0; i--)
        {
            if (worker.Ready(parked[i]) is { } admitted)
            {
                worker.Push(admitted);
            }
        }

        worker.LeaveSeat();
        Wake();
    }
}
