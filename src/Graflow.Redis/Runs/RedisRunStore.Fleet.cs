using Graflow.Fleets;
using Graflow.Logs;
using Graflow.Redis.Clients;
using Graflow.Redis.Inspection;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

internal sealed partial class RedisRunStore
{
    public string Address => _fleet.Address;

    public async Task<bool> SubmitAsync(RunStartedRecord start, string flow, CancellationToken ct)
    {
        PayloadSize.Check(start.Input.ToArray(), $"the input of {start.Workflow}");
        var run = new RunStart(start.RunId) { Flow = flow, Records = [BytesOf(start)] };
        var runs = await RunsOfAsync(start.RunId, ct).ConfigureAwait(false);
        return await runs.StartAsync(run, ct).ConfigureAwait(false);
    }

    public async Task<ReadOnlyMemory<byte>> WhenEndedAsync(string runId, CancellationToken ct) =>
        await new EndWatch(await _fleet.ConnectAsync(ct).ConfigureAwait(false), runId).WaitAsync(ct).ConfigureAwait(false);

    public async Task<JournalContent> ReadEndsAsync(string runId, CancellationToken ct)
    {
        var runs = await RunsOfAsync(runId, ct).ConfigureAwait(false);
        return new JournalContent([.. await runs.ReadEndsAsync(runId, ct).ConfigureAwait(false)]);
    }

    public async Task<FleetRun?> FindAsync(string runId, CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).FindAsync(runId, ct).ConfigureAwait(false);

    public async Task<IReadOnlyList<FleetWorker>> WorkersAsync(CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).WorkersAsync(ct).ConfigureAwait(false);

    public async Task<IReadOnlyList<FleetQueue>> QueuesAsync(CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).QueuesAsync(ct).ConfigureAwait(false);

    public async Task<(long Total, IReadOnlyList<FleetLetter> Letters)> LettersAsync(int limit, CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).LettersAsync(limit, ct).ConfigureAwait(false);

    public async Task<IReadOnlyList<FleetLetter>> LettersOfAsync(string runId, CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).LettersOfAsync(runId, ct).ConfigureAwait(false);

    public async Task<FleetLetter?> FindLetterAsync(string id, CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).FindLetterAsync(id, ct).ConfigureAwait(false);

    public async Task<bool> DropLetterAsync(string id, CancellationToken ct) =>
        await (await InspectAsync(ct).ConfigureAwait(false)).DropLetterAsync(id, ct).ConfigureAwait(false);

    private static byte[] BytesOf(RunStartedRecord start)
    {
        using var record = RecordWriter.Begin(RecordKind.RunStarted, TimeSpan.Zero);
        start.Write(record);
        return record.Written.ToArray();
    }

    private async ValueTask<FleetInspection> InspectAsync(CancellationToken ct) => new(await _fleet.ConnectAsync(ct).ConfigureAwait(false));
}
