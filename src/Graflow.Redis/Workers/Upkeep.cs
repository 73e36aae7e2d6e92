using Graflow.Redis.Tasks;

namespace Graflow.Redis.Workers;

/// <summary>What every worker does for the whole fleet from time to time: gives what processes that are gone have held to others, removes what retention lets go.</summary>
internal sealed class Upkeep(LoopSetup setup, RedisRetention retention, IReadOnlyList<CellLine> lines)
{
    private const int Batch = 200;

    /// <summary>What waits in the queues, by their names; kept up only while somebody listens.</summary>
    internal FleetDepths Depths { get; private set; } = FleetDepths.None;

    internal async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = setup.Settings.ReapInterval * (0.75 + (setup.Chance() / 2));
            var depths = FleetDepths.None;
            foreach (var line in lines)
            {
                try
                {
                    await KeepAsync(line, stop).ConfigureAwait(false);
                    depths = FleetInstruments.AreDepthsWanted ? depths.And(await line.Tasks.DepthsAsync(stop).ConfigureAwait(false)) : depths;
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception exception)
                {
                    WorkerLog.UpkeepFailed(setup.Logger, line.Cell.Number, exception);
                }
            }

            Depths = depths;
            await Task.Delay(next, setup.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task KeepAsync(CellLine line, CancellationToken stop)
    {
        Reaped reaped;
        do
        {
            reaped = await line.Tasks.ReapAsync(Batch, stop).ConfigureAwait(false);
            Tell(line, reaped);
        }
        while (reaped.Requeued.Count + reaped.Dead.Count >= Batch || reaped.Runs.Count >= Batch);

        while (await line.Tasks.SweepAsync(retention.Age, retention.Count, Batch, stop).ConfigureAwait(false) >= Batch)
        {
        }
    }

    private void Tell(CellLine line, Reaped reaped)
    {
        if (reaped.Requeued.Count + reaped.Runs.Count > 0)
        {
            WorkerLog.Reaped(setup.Logger, line.Cell.Number, reaped.Requeued.Count, reaped.Runs.Count);
        }

        if (reaped.Dead.Count > 0)
        {
            WorkerLog.Buried(setup.Logger, line.Cell.Number, reaped.Dead.Count);
        }
    }
}
