using Graflow.Redis.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Tasks;

/// <summary>The tasks of one cell, as drivers submit them and workers run them. Every method is one round trip. Thread-safe.</summary>
internal sealed class CellTasks(RedisConnection redis, RedisCell cell)
{
    /// <summary>At most so many deliveries of one attempt: a task that killed its worker so often goes to the dead letters.</summary>
    internal const int MaxDeliveries = 3;

    // A heartbeat makes it longer; what was forgotten is told again by the step that misses it.
    private static readonly TimeSpan KnownLife = TimeSpan.FromHours(1);

    // Longer than any call is under way.
    private static readonly TimeSpan VoidLife = TimeSpan.FromMinutes(10);

    /// <summary>Brings back what is finished and claims what is next. Whichever worker was faster, no two have the same task.</summary>
    /// <exception cref="PayloadTooLargeException">A value is too large; nothing was sent.</exception>
    internal async Task<StepReply> StepAsync(StepRequest request, CancellationToken ct)
    {
        var arguments = Of(request);
        var reply = await CallAsync("step", arguments, ct).ConfigureAwait(false);
        if (reply[0].Text == "unknown")
        {
            await EnlistAsync(request.Known, ct).ConfigureAwait(false);
            reply = await CallAsync("step", arguments, ct).ConfigureAwait(false);
        }

        return reply[0].Text == "ok" ? StepReply.Read(reply, request.Nonce) : throw new InvalidOperationException($"Redis says of this step that it is {reply[0].Text}.");
    }

    /// <summary>Gives back what steps claimed whose answers never came, and keeps those that are still on their way from claiming anything.</summary>
    /// <param name="nonces">The steps'.</param>
    /// <param name="kept">The proofs of what the worker has.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The names of the tasks that wait again.</returns>
    internal async Task<IReadOnlyList<string>> RecoverAsync(IReadOnlyCollection<byte[]> nonces, IReadOnlyCollection<byte[]> kept, CancellationToken ct) =>
        (await CallAsync("recover", new Arguments().Add((long)VoidLife.TotalMilliseconds).AddAll(nonces).AddAll(kept), ct).ConfigureAwait(false)).Texts;

    /// <summary>Hands what bodies tell to the drivers of their runs. Sent again, nothing is told twice.</summary>
    /// <returns>Which of them have a claim that no longer holds, from 0.</returns>
    internal async Task<IReadOnlyList<int>> NoteAsync(IReadOnlyCollection<TaskNotes> notes, CancellationToken ct)
    {
        var arguments = new Arguments().AddAll(notes, static (list, task) =>
        {
            list.Add(task.Task).Add(task.Nonce).Add(task.First).AddAll(task.Notes, static (list, note) => note.AddTo(list));
        });
        return Array.ConvertAll((await CallAsync("note", arguments, ct).ConfigureAwait(false)).Items, static lost => (int)lost.Number - 1);
    }

    /// <summary>Tells Redis what the workers of a build know; a step does it by itself where it is needed.</summary>
    internal Task EnlistAsync(KnownIds known, CancellationToken ct) =>
        CallAsync("enlist", new Arguments().Add(known.Name).Add((long)KnownLife.TotalMilliseconds).AddAll(known.Ids), ct);

    internal async Task<HeartbeatReply> BeatAsync(Heartbeat beat, CancellationToken ct)
    {
        var tasks = beat.Tasks.ToArray();
        var runs = beat.Runs.ToArray();
        var arguments = new Arguments().Add(beat.Worker ?? "").Add(beat.Self).Add(beat.Lease).Add((long)beat.Listed.TotalMilliseconds).Add(beat.Known?.Name ?? "")
            .AddAll(tasks, static (list, task) => list.Add(task.Name).Add(task.Nonce))
            .AddAll(runs, static (list, run) => list.Add(RunName.Of(run.RunId).Text).Add(run.Epoch))
            .AddAll(beat.About, static (list, field) => list.Add(field.Name).Add(field.Value));
        var reply = await CallAsync("beat", arguments, ct).ConfigureAwait(false);
        return new HeartbeatReply(
            [.. reply[0].Items.Select(lost => tasks[(int)lost.Number - 1])],
            [.. reply[1].Items.Select(lost => (runs[(int)Math.Abs(lost.Number) - 1], lost.Number < 0))])
        {
            Namesake = reply[2].Items is [var host, var process, var end, var left]
                ? new WorkerNamesake(host.Text, process.Text, end.Time, TimeSpan.FromMicroseconds(left.Number))
                : null,
        };
    }

    /// <summary>Gives what processes that are gone have held to others.</summary>
    /// <param name="limit">How much at most in one call.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<Reaped> ReapAsync(int limit, CancellationToken ct)
    {
        var reply = await CallAsync("reap", new Arguments().Add(limit).Add(MaxDeliveries), ct).ConfigureAwait(false);
        return new Reaped(reply[0].Texts, reply[1].Texts, [.. reply[2].Texts.Select(static run => new RunName(run).RunId)]);
    }

    /// <summary>What waits in the cell.</summary>
    internal async Task<FleetDepths> DepthsAsync(CancellationToken ct)
    {
        var reply = await CallAsync("depths", new Arguments(), ct).ConfigureAwait(false);
        var queues = reply[0].Items.ToDictionary(static queue => queue[0].Text, static queue => (queue[1].Number, TimeSpan.FromMicroseconds(queue[2].Number)), StringComparer.Ordinal);
        return new FleetDepths(queues, reply[1].Number);
    }

    /// <summary>Forgets a task that was given up.</summary>
    /// <returns>Whether there was one of that name.</returns>
    internal async Task<bool> DropLetterAsync(string name, CancellationToken ct) =>
        (await CallAsync("drop", new Arguments().Add(name), ct).ConfigureAwait(false)).Number == 1;

    /// <summary>Removes runs that ended longer ago than <paramref name="age"/>, and the oldest beyond <paramref name="count"/>.</summary>
    /// <returns>How many were removed.</returns>
    internal async Task<int> SweepAsync(TimeSpan age, int count, int limit, CancellationToken ct) =>
        (int)(await CallAsync("sweep", new Arguments().Add(age).Add(count).Add(limit), ct).ConfigureAwait(false)).Number;

    private static Arguments Of(StepRequest request)
    {
        var arguments = new Arguments().Add(request.Worker).Add(request.Lease).Add(request.Nonce).Add(request.Known.Name).Add(request.Wanted).Add(request.IsAlone ? 1 : 0)
            .AddAll(request.Queues.Names);
        for (var i = 0; i < request.Wanted && request.Queues.Names.Count > 1; i++)
        {
            arguments.Add(request.Queues.Next() + 1);
        }

        return arguments.Add(request.Revokes ? 1 : 0).Add(request.Grants ? 1 : 0).AddAll(request.Heard).Add(request.Again).AddAll(request.Finished, (list, task) =>
            list.Add(task.Name).Add(task.Attempt).Add(task.Nonce).Add(task.EndOf(request.Worker)).Add(PayloadSize.Check(task.Value, $"task {task.Name}")).AddWrites(task.Writes));
    }

    private async Task<Reply> CallAsync(string script, Arguments arguments, CancellationToken ct) =>
        new(await redis.CallAsync(script, cell, arguments.ToArray(), ct).ConfigureAwait(false));
}
