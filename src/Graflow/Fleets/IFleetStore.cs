using Graflow.Logs;

namespace Graflow.Fleets;

/// <summary>A store that a fleet shares: besides journals it knows queues, workers, and tasks that were given up. Thread-safe.</summary>
internal interface IFleetStore : IRunStore
{
    /// <summary>Where the store is, for messages.</summary>
    string Address { get; }

    /// <summary>Writes the first record of a run that a process with its flow is to drive.</summary>
    /// <param name="start">The record.</param>
    /// <param name="flow">What a process must have to drive it (<see cref="FleetFlow"/>).</param>
    /// <param name="ct">Gives up; the run may be there all the same.</param>
    /// <returns>Whether it is new; false where there is a run of that id.</returns>
    Task<bool> SubmitAsync(RunStartedRecord start, string flow, CancellationToken ct);

    /// <summary>Waits until a run has ended.</summary>
    /// <returns>Its last record.</returns>
    /// <exception cref="RunNotFoundException">There is no such run, or no longer.</exception>
    Task<ReadOnlyMemory<byte>> WhenEndedAsync(string runId, CancellationToken ct);

    /// <summary>The first and the last record of a run that has ended, which tell of it what a list needs.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    Task<JournalContent> ReadEndsAsync(string runId, CancellationToken ct);

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

    /// <summary>Those of one run, by their ids.</summary>
    Task<IReadOnlyList<FleetLetter>> LettersOfAsync(string runId, CancellationToken ct);

    /// <summary>One of them; null when there is none of that id.</summary>
    Task<FleetLetter?> FindLetterAsync(string id, CancellationToken ct);

    /// <returns>Whether there was one to drop.</returns>
    Task<bool> DropLetterAsync(string id, CancellationToken ct);
}
