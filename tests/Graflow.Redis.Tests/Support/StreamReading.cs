using StackExchange.Redis;

namespace Graflow.Redis.Tests.Support;

internal static class StreamReading
{
    /// <summary>The fields of all entries of a stream, names and values.</summary>
    internal static IEnumerable<string[]> StreamEntries(this IDatabase database, string key) =>
        ((RedisResult[])database.Execute("XRANGE", key, "-", "+")!).Select(static entry => (string[])((RedisResult[])entry!)[1]!);
}
