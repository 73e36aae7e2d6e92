using Graflow.Logs;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>The runs of one cell: who drives them, their logs and inboxes. Every method is one round trip. Thread-safe.</summary>
internal sealed class CellRuns(RedisConnection redis, RedisCell cell)
{
    // In one answer.
    private const int MostNews = 512;

    /// <returns>Whether the run is new.</returns>
    internal async Task<bool> StartAsync(RunStart start, CancellationToken ct)
    {
        var arguments = new Arguments().Add(RunName.Of(start.RunId).Text).Add(start.RunId).Add(start.Flow ?? "");
        AddDriver(arguments, start.Driver).AddAll(start.Records);
        return (await CallAsync("start", arguments, ct).ConfigureAwait(false)).Text == "created";
    }

    /// <summary>Makes somebody the driver of a run that nobody drives.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunLockedException">Somebody drives it.</exception>
    internal async Task<OwnedRun> OwnAsync(string runId, Driver driver, CancellationToken ct)
    {
        var reply = await CallAsync("own", AddDriver(new Arguments().Add(RunName.Of(runId).Text), driver).Add(""), ct).ConfigureAwait(false);
        return reply[0].Text switch
        {
            "owned" => ReadOwned(reply),
            "locked" => throw new RunLockedException(runId, reply[1].Text),
            _ => throw NotFound(runId),
        };
    }

    /// <summary>Makes somebody the driver of the run that has waited longest among those that it can drive; null when none waits.</summary>
    internal async Task<OwnedRun?> OwnAnyAsync(KnownIds known, Driver driver, CancellationToken ct)
    {
        var arguments = AddDriver(new Arguments().Add(""), driver).Add(known.Name);
        var reply = await CallAsync("own", arguments, ct).ConfigureAwait(false);
        if (reply[0].Text == "unknown")
        {
            await new CellTasks(redis, cell).EnlistAsync(known, ct).ConfigureAwait(false);
            reply = await CallAsync("own", arguments, ct).ConfigureAwait(false);
        }

        return reply[0].Text == "owned" ? ReadOwned(reply) : null;
    }

    /// <summary>Does what a driver wants done to its run, in order. Sent again, nothing of it is done twice.</summary>
    /// <param name="run">The run, as its driver found it.</param>
    /// <param name="position">The position of the first item: one more than that of the last one before, from 1.</param>
    /// <param name="items">What to do.</param>
    /// <param name="seen">The last outcome that was there when the run was taken, so that what has ended since is not begun anew; empty where no driver was before.</param>
    /// <param name="maker">Makes the run where it is not there yet; null for nobody.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<LogReply> WriteAsync(OwnedRun run, long position, IReadOnlyCollection<LogItem> items, string seen, Driver? maker, CancellationToken ct)
    {
        var arguments = new Arguments().Add(RunName.Of(run.RunId).Text).Add(run.Epoch).Add(position).Add(seen).Add(maker is null ? "" : run.RunId);
        arguments = (maker is null ? arguments : AddDriver(arguments, maker)).AddAll(items, static (list, item) => item.AddTo(list));
        return StateOf(await CallAsync("log", arguments, ct).ConfigureAwait(false));
    }

    /// <summary>What has come for a run's driver since it last looked.</summary>
    /// <param name="run">The run, as its driver found it.</param>
    /// <param name="note">The last note that it has; empty for none.</param>
    /// <param name="outcome">The last outcome that it has; empty for none.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<RunNews> ReadNewsAsync(OwnedRun run, string note, string outcome, CancellationToken ct)
    {
        var reply = await CallAsync("news", new Arguments().Add(RunName.Of(run.RunId).Text).Add(run.Epoch).Add(note).Add(outcome).Add(MostNews), ct).ConfigureAwait(false);
        return StateOf(reply) is var state && state != LogReply.Written
            ? new RunNews(state)
            : new RunNews(state) { Notes = [.. reply[1].Items], Outcomes = [.. reply[2].Items.Select(ReadOutcome)], LastMail = reply[3].Text, HasMore = reply[4].Number == 1 };
    }

    /// <summary>Puts others in the place of the records that there are; those that are added meanwhile stay behind them.</summary>
    /// <exception cref="RunFencedException">The epoch is not the present one.</exception>
    internal async Task RewriteAsync(OwnedRun run, Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct)
    {
        List<Reply> entries = [.. await ReadStreamAsync("log", run.RunId, ct).ConfigureAwait(false)];
        if (entries.Count == 0)
        {
            return;
        }

        var rewritten = rewrite(new JournalContent([.. entries.SelectMany(ReadRecords)]));
        var arguments = new Arguments().Add(RunName.Of(run.RunId).Text).Add(run.Epoch).Add(entries[^1][0].Text).AddAll(rewritten, static (list, record) => list.Add(record.ToArray()));
        if (StateOf(await CallAsync("rewrite", arguments, ct).ConfigureAwait(false)) != LogReply.Written)
        {
            throw new RunFencedException(run.RunId);
        }
    }

    /// <summary>The driver leaves the run to others. One that has no record then never was.</summary>
    internal Task ReleaseAsync(string runId, long epoch, CancellationToken ct) =>
        CallAsync("release", new Arguments().Add(RunName.Of(runId).Text).Add(epoch), ct);

    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunLockedException">Somebody drives it.</exception>
    internal async Task DeleteAsync(string runId, CancellationToken ct)
    {
        var reply = await CallAsync("delete", new Arguments().Add(RunName.Of(runId).Text), ct).ConfigureAwait(false);
        switch (reply[0].Text)
        {
            case "locked":
                throw new RunLockedException(runId, reply[1].Text);
            case "missing":
                throw NotFound(runId);
        }
    }

    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    internal async Task PostAsync(string runId, byte[] mail, CancellationToken ct)
    {
        var arguments = new Arguments().Add(RunName.Of(runId).Text).Add(PayloadSize.Check(mail, $"what is sent to run {runId}"));
        if ((await CallAsync("post", arguments, ct).ConfigureAwait(false))[0].Text == "missing")
        {
            throw NotFound(runId);
        }
    }

    internal async Task<IReadOnlyList<JournalMail>> ReadMailAsync(string runId, CancellationToken ct) =>
        [.. (await ReadStreamAsync("in", runId, ct).ConfigureAwait(false)).Select(static entry => new JournalMail(entry[0].Text, entry[1][1].Bytes))];

    internal Task AcknowledgeAsync(string runId, string mailId, CancellationToken ct) =>
        CallAsync("acknowledge", new Arguments().Add(RunName.Of(runId).Text).Add(mailId), ct);

    /// <summary>The whole log, as it is at one moment; empty when there is no such run.</summary>
    internal async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadLogAsync(string runId, CancellationToken ct) =>
        [.. (await ReadStreamAsync("log", runId, ct).ConfigureAwait(false)).SelectMany(ReadRecords)];

    /// <summary>The first record of a run and the last.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    internal async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadEndsAsync(string runId, CancellationToken ct)
    {
        var reply = await CallAsync("ends", new Arguments().Add(RunName.Of(runId).Text), ct).ConfigureAwait(false);
        List<ReadOnlyMemory<byte>> records = [.. reply.Items.Select(static record => (ReadOnlyMemory<byte>)record.Bytes)];
        return records.Count > 0 ? records : throw NotFound(runId);
    }

    /// <summary>The last record of a run that has ended; null while it has not.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    internal async Task<byte[]?> ReadEndAsync(string runId, CancellationToken ct)
    {
        var reply = await CallAsync("end", new Arguments().Add(RunName.Of(runId).Text), ct).ConfigureAwait(false);
        return reply[0].Text switch
        {
            "ended" => reply[1].Bytes,
            "open" => null,
            _ => throw NotFound(runId),
        };
    }

    internal async Task<IReadOnlyList<JournalHead>> HeadsAsync(CancellationToken ct) =>
        [.. (await CallAsync("heads", new Arguments(), ct).ConfigureAwait(false)).Items.Select(static head =>
            new JournalHead(head[0].Text, head[1].Number, head[2].Time, head[3].Text is { Length: > 0 } by ? by : null, head[4].Number == 1))];

    internal RunNotFoundException NotFound(string runId) => new(runId, $"Redis at {redis.Server}");

    private static Arguments AddDriver(Arguments arguments, Driver? driver) =>
        arguments.Add(driver?.Id ?? "").Add(driver?.Text ?? "").Add(driver?.Lease ?? TimeSpan.Zero);

    private static OwnedRun ReadOwned(Reply reply) => new(reply[1].Text, reply[2].Number, reply[3].Number)
    {
        Records = [.. reply[4].Items.SelectMany(ReadRecords)],
        Outcomes = [.. reply[5].Items.Select(ReadOutcome)],
    };

    private static LogReply StateOf(Reply reply) => reply[0].Text switch
    {
        "ok" => LogReply.Written,
        "gap" => LogReply.Gap,
        "fenced" => LogReply.Fenced,
        _ => LogReply.Missing,
    };

    // The records of one call are one entry: each behind a name.
    private static IEnumerable<ReadOnlyMemory<byte>> ReadRecords(Reply entry)
    {
        var fields = entry[1].Items;
        for (var i = 1; i < fields.Length; i += 2)
        {
            yield return fields[i].Bytes;
        }
    }

    /// <summary>Reads one entry of a run's outcomes.</summary>
    internal static TaskOutcome ReadOutcome(Reply entry) => TaskOutcome.Read(entry[0].Text, entry[1][0].Text, entry[1][1].Bytes);

    private async Task<IEnumerable<Reply>> ReadStreamAsync(string kind, string runId, CancellationToken ct) =>
        (await CallAsync("read", new Arguments().Add($"{kind}:{RunName.Of(runId).Text}"), ct).ConfigureAwait(false)).Items;

    private async Task<Reply> CallAsync(string script, Arguments arguments, CancellationToken ct) =>
        new(await redis.CallAsync(script, cell, arguments.ToArray(), ct).ConfigureAwait(false));
}
