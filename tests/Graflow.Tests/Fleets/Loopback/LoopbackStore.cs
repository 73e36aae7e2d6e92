using Graflow.Logs;

namespace Graflow.Tests.Fleets;

/// <summary>One engine's way to the runs of a loopback fleet.</summary>
internal sealed class LoopbackStore(LoopbackFleet fleet, MemoryRunStore runs) : IRunStore
{
    public async ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct) =>
        await runs.TryCreateAsync(runId, ct) is { } journal ? new LoopbackJournal(journal, fleet.RunOf(runId)) : null;

    public async ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct) => new LoopbackJournal(await runs.OpenAsync(runId, ct), fleet.RunOf(runId));

    public ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct) => runs.ReadAsync(runId, ct);

    public ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct) => runs.ListAsync(ct);

    public ValueTask DeleteAsync(string runId, CancellationToken ct) => runs.DeleteAsync(runId, ct);

    public ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct) => runs.PostAsync(runId, mail, ct);

    public ValueTask DisposeAsync() => default;
}
