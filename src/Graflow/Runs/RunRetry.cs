using Graflow.Fleets;
using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Makes the journal of a new run from one that has ended: the same beginning, without what is to run again.</summary>
internal static class RunRetry
{
    internal static async Task<string> CreateAsync(IRunStore store, TimeProvider time, RetryRequest request, CancellationToken ct)
    {
        var content = await store.ReadAsync(request.RunId, ct).ConfigureAwait(false);
        var start = RunStartedRecord.Of(request.RunId, content);
        if (RecordedRun.EndOf(content) is null)
        {
            throw RunStateException.NotEnded(request.RunId, "retried");
        }

        var plan = ProgramPlan.Of(start);
        StructureDiff.ThrowIfChanged(start.Structure, PlanStructure.Of(plan), start.RunId, start.Workflow);
        var records = request.KeptIn(plan, content.Records);
        (int, byte[])? input = request.Options.Input is { } value && request.FindIn(plan) is var task ? (task.Index, Encode(task, value)) : null;
        var now = time.GetUtcNow();
        var next = start with { RunId = request.Options.RunId ?? Guid.CreateVersion7(now).ToString("N"), Time = now, Origin = request.RunId };
        var kept = records.Of(content.Records, next, input);
        var journal = await store.TryCreateAsync(next.RunId, ct).ConfigureAwait(false)
            ?? throw new RunConflictException(next.RunId, "there already", $"a retry of {request.RunId}");
        await using var closed = journal.ConfigureAwait(false);
        if (journal is IFleetJournal fleet)
        {
            // No record has what happened to it, so that it is as the run left it, and not as it was when the task first began.
            await fleet.Channel.TakeOverAsync(request.RunId, ct).ConfigureAwait(false);
        }

        var position = 0L;
        for (var i = 0; i < kept.Count; i++)
        {
            position = journal.Append(kept[i].Span, lazy: i < kept.Count - 1);
        }

        await journal.CommitAsync(position, ct).ConfigureAwait(false);
        return next.RunId;
    }

    private static byte[] Encode(Vertex vertex, object input) =>
        vertex is ITaskVertex task ? task.Node.EncodeInput(input) : throw new ArgumentException($"{vertex.Id} is a wait, which takes no input; retry without one, and answer it.");
}
