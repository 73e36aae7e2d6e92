using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Tasks;

/// <summary>The dead letters of one cell. They outlive their runs, until somebody sends them on or drops them.</summary>
internal sealed class DeadLetters(RedisConnection redis, RedisCell cell)
{
    /// <summary>The latest first.</summary>
    /// <returns>How many there are, and those that were asked for.</returns>
    internal async Task<(long Total, IReadOnlyList<DeadLetter> Letters)> ListAsync(int skip, int limit, CancellationToken ct)
    {
        var reply = await CallAsync("letters", new Arguments().Add(skip).Add(limit), ct).ConfigureAwait(false);
        return (reply[0].Number, [.. reply[1].Items.Select(Read)]);
    }

    /// <summary>Gives a letter's task to another run, with all deliveries anew: the run that it failed in has had its outcome.</summary>
    /// <exception cref="RunFencedException">The epoch is not the other run's present one.</exception>
    internal async Task<RedriveResult> RedriveAsync(string name, string toRunId, long epoch, CancellationToken ct)
    {
        var reply = await CallAsync("redrive", new Arguments().Add(name).Add(RunName.Of(toRunId).Text).Add(epoch), ct).ConfigureAwait(false);
        return reply[0].Text switch
        {
            "ok" => RedriveResult.Done,
            "gone" => RedriveResult.NoLetter,
            "exists" => RedriveResult.PlaceTaken,
            _ => throw new RunFencedException(toRunId),
        };
    }

    /// <returns>How many there were to drop.</returns>
    internal async Task<int> DropAsync(IReadOnlyCollection<string> names, CancellationToken ct) =>
        (int)(await CallAsync("drop", new Arguments().AddAll(names), ct).ConfigureAwait(false)).Number;

    private static DeadLetter Read(Reply letter) => new(letter[0].Text, new RunName(letter[1].Text).RunId, letter[2].Text, letter[3].Text, letter[4].Text)
    {
        Attempt = (int)letter[5].Number,
        Deliveries = (int)letter[6].Number,
        LastWorker = letter[7].Text,
        At = letter[8].Time,
        Reason = letter[9].Text,
        Input = letter[10].Bytes,
    };

    private async Task<Reply> CallAsync(string script, Arguments arguments, CancellationToken ct) =>
        new(await redis.CallAsync(script, cell, arguments.ToArray(), ct).ConfigureAwait(false));
}
