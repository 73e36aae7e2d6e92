using Graflow.Fleets;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Inspection;

/// <summary>What a whole fleet has, for people who look after it. Thread-safe.</summary>
internal sealed class FleetInspection(RedisConnection redis)
{
    // More say nothing that fewer do not, and would be one long script.
    private const int MostTasks = 1000;

    internal Task<FleetRun?> FindAsync(string runId, CancellationToken ct) =>
        new CellInspection(redis, redis.Cells.Of(runId)).FindAsync(runId, MostTasks, ct);

    /// <summary>A worker is in every cell that it serves; what it says of itself is the same in all.</summary>
    internal async Task<IReadOnlyList<FleetWorker>> WorkersAsync(CancellationToken ct)
    {
        var found = await InAllAsync(static (cell, ct) => cell.WorkersAsync(ct), ct).ConfigureAwait(false);
        return [.. found.SelectMany(static workers => workers)
            .GroupBy(static worker => worker.Id, StringComparer.Ordinal)
            .Select(static same => same.MaxBy(static worker => worker.SeenAt)!)
            .OrderBy(static worker => worker.Id, StringComparer.Ordinal)];
    }

    internal async Task<IReadOnlyList<FleetQueue>> QueuesAsync(CancellationToken ct)
    {
        var workers = await WorkersAsync(ct).ConfigureAwait(false);
        var served = workers.SelectMany(WorkerReader.QueuesOf).GroupBy(static name => name, StringComparer.Ordinal)
            .Select(static queue => new FleetQueue(queue.Key) { Workers = queue.Count() });
        var found = await InAllAsync(static (cell, ct) => cell.QueuesAsync(ct), ct).ConfigureAwait(false);
        return [.. found.SelectMany(static queues => queues).Concat(served)
            .GroupBy(static queue => queue.Name, StringComparer.Ordinal)
            .Select(static same => new FleetQueue(same.Key)
            {
                Waiting = same.Sum(static queue => queue.Waiting),
                Running = same.Sum(static queue => queue.Running),
                OldestAge = same.Max(static queue => queue.OldestAge),
                Workers = same.Sum(static queue => queue.Workers),
            })
            .OrderBy(static queue => queue.Name, StringComparer.Ordinal)];
    }

    internal async Task<(long Total, IReadOnlyList<FleetLetter> Letters)> LettersAsync(int limit, CancellationToken ct)
    {
        var found = await InAllAsync((cell, ct) => cell.LettersAsync(limit, ct), ct).ConfigureAwait(false);
        return (found.Sum(static cell => cell.Total), [.. found.SelectMany(static cell => cell.Letters).OrderByDescending(static letter => letter.At).Take(limit)]);
    }

    internal Task<IReadOnlyList<FleetLetter>> LettersOfAsync(string runId, CancellationToken ct) =>
        new CellInspection(redis, redis.Cells.Of(runId)).LettersOfAsync(runId, ct);

    internal async Task<FleetLetter?> FindLetterAsync(string id, CancellationToken ct) =>
        CellOf(id) is { } cell ? await new CellInspection(redis, cell).FindLetterAsync(id, ct).ConfigureAwait(false) : null;

    internal async Task<bool> DropLetterAsync(string id, CancellationToken ct) =>
        CellOf(id) is { } cell && await new CellTasks(redis, cell).DropLetterAsync(id, ct).ConfigureAwait(false);

    /// <summary>Where a letter is: with the run that it failed in, whose name it begins with. Null for what is no letter's id.</summary>
    private RedisCell? CellOf(string id) =>
        id.IndexOf('/', StringComparison.Ordinal) is var end and > 0 ? redis.Cells.Of(new RunName(id[..end]).RunId) : null;

    private Task<TResult[]> InAllAsync<TResult>(Func<CellInspection, CancellationToken, Task<TResult>> ask, CancellationToken ct) =>
        Task.WhenAll(redis.Cells.All.Select(cell => ask(new CellInspection(redis, cell), ct)));
}
