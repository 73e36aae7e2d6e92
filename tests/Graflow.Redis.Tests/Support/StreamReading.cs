using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Scripts;
using StackExchange.Redis;

namespace Graflow.Redis.Tests.Support;

internal static class StreamReading
{
    /// <summary>The fields of all entries of a stream, names and values.</summary>
    internal static IEnumerable<string[]> StreamEntries(this IDatabase database, string key) =>
        ((RedisResult[])database.Execute("XRANGE", key, "-", "+")!).Select(static entry => (string[])((RedisResult[])entry!)[1]!);

    /// <summary>What tasks of a run have come to, as its driver would read it.</summary>
    internal static IReadOnlyList<TaskOutcome> Outcomes(this IDatabase database, RedisCell cell, string runId) =>
        [.. new Reply(database.Execute("XRANGE", cell.Of(RunName.Of(runId), "out"), "-", "+")).Items.Select(CellRuns.ReadOutcome)];
}
