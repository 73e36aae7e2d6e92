using Graflow.Fleets;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Inspection;

/// <summary>What one cell has, for people who look after a fleet. Every method is one round trip and changes nothing. Thread-safe.</summary>
internal sealed class CellInspection(RedisConnection redis, RedisCell cell)
{
    internal async Task<IReadOnlyList<FleetWorker>> WorkersAsync(CancellationToken ct) =>
        [.. (await CallAsync("workers", new Arguments(), ct).ConfigureAwait(false)).Items.Select(WorkerReader.Read)];

    internal async Task<IReadOnlyList<FleetQueue>> QueuesAsync(CancellationToken ct)
    {
        var reply = await CallAsync("queues", new Arguments(), ct).ConfigureAwait(false);
        var now = reply[0].Time;
        return [.. reply[1].Items.Select(queue => new FleetQueue(queue[0].Text)
        {
            Waiting = queue[1].Number,
            Running = queue[2].Number,
            OldestAge = queue[3].Number < 0 ? null : now - queue[3].Time,
        })];
    }

    /// <summary>What there is of a run beside its log, with at most <paramref name="tasks"/> of its tasks; null when there is no such run.</summary>
    internal async Task<FleetRun?> FindAsync(string runId, int tasks, CancellationToken ct)
    {
        var reply = await CallAsync("whereabouts", new Arguments().Add(RunName.Of(runId).Text).Add(tasks), ct).ConfigureAwait(false);
        return reply[0].Text == "missing" ? null : new RunReader(reply).Read();
    }

    /// <summary>A dead letter; null when there is none of that name.</summary>
    internal async Task<FleetLetter?> FindLetterAsync(string name, CancellationToken ct) =>
        (await CallAsync("letter", new Arguments().Add(name), ct).ConfigureAwait(false)).Items.Select(LetterReader.Read).FirstOrDefault();

    /// <summary>The latest dead letters first.</summary>
    /// <returns>How many there are, and at most <paramref name="limit"/> of them.</returns>
    internal async Task<(long Total, IReadOnlyList<FleetLetter> Letters)> LettersAsync(int limit, CancellationToken ct)
    {
        var reply = await CallAsync("letters", new Arguments().Add(limit), ct).ConfigureAwait(false);
        return (reply[0].Number, [.. reply[1].Items.Select(LetterReader.Read)]);
    }

    /// <summary>Those of one run, by their names; however many there are of others, only they are looked at.</summary>
    internal async Task<IReadOnlyList<FleetLetter>> LettersOfAsync(string runId, CancellationToken ct)
    {
        var reply = await CallAsync("run-letters", new Arguments().Add(RunName.Of(runId).Text), ct).ConfigureAwait(false);
        return [.. reply.Items.Select(LetterReader.Read).OrderBy(static letter => letter.Id, StringComparer.Ordinal)];
    }

    private async Task<Reply> CallAsync(string script, Arguments arguments, CancellationToken ct) =>
        new(await redis.CallAsync(script, cell, arguments.ToArray(), ct).ConfigureAwait(false));
}
