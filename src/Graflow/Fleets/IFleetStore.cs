using Graflow.Logs;

namespace Graflow.Fleets;

/// <summary>A store that a fleet shares: besides journals it knows queues, workers, and tasks that were given up. Thread-safe.</summary>
internal interface IFleetStore : IRunStore
{
    /// <summary>Where the store is, for messages.</summary>
    string Address { get; }

    /// <summary>What is known of a run beside its journal: who drives it, and where its tasks are.</summary>
    /// <returns>Null when there is no such run.</returns>
    Task<FleetRun?> FindAsync(string runId, CancellationToken ct);

    /// <summary>The workers that have shown signs of life, by their ids.</summary>
    Task<IReadOnlyList<FleetWorker>> WorkersAsync(CancellationToken ct);

    /// <summary>The queues that have tasks or workers, by their names.</summary>
    Task<IReadOnlyList<FleetQueue>> QueuesAsync(CancellationToken ct);

    /// <summary>Tasks that were given up because their workers died over them, the latest first.</summary>
    /// <returns>How many there are, and at most <paramref name="limit"/> of them.</returns>
    Task<(long Total, IReadOnlyList<FleetLetter> Letters)> LettersAsync(int limit, CancellationToken ct);

    /// <summary>One of them; null when there is none of that id.</summary>
    Task<FleetLetter?> FindLetterAsync(string id, CancellationToken ct);

    /// <returns>Whether there was one to drop.</returns>
    Task<bool> DropLetterAsync(string id, CancellationToken ct);
}
