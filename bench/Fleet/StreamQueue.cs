using StackExchange.Redis;

namespace Graflow.Bench.Fleet;

/// <summary>A queue without anything around it, through the same client: reads messages of a consumer group and acknowledges them, as many in one command as the batch says; no run, no lease, no result.</summary>
internal sealed class StreamQueue : IDisposable
{
    private const string Stream = "bench:stream";
    private const string Group = "g";
    private static readonly byte[] Payload = new byte[100];

    private readonly ConnectionMultiplexer _connection;
    private readonly IDatabase _database;

    public StreamQueue(string address)
    {
        _connection = ConnectionMultiplexer.Connect(address);
        _database = _connection.GetDatabase();
        _database.Execute("XGROUP", "CREATE", Stream, Group, "0", "MKSTREAM");
    }

    public async ValueTask<double> DrainAsync(int messages, int batch)
    {
        await FillAsync(messages);
        var (done, ids) = (0, Array.Empty<RedisValue>());
        while (done < messages)
        {
            // Both at once: one round trip a batch.
            var acknowledging = ids.Length == 0 ? Task.CompletedTask : _database.ExecuteAsync("XACK", [(RedisKey)Stream, Group, .. ids]);
            var reply = (RedisResult[])(await _database.ExecuteAsync("XREADGROUP", "GROUP", Group, "c", "COUNT", batch, "STREAMS", (RedisKey)Stream, ">"))!;
            await acknowledging;
            ids = [.. ((RedisResult[])((RedisResult[])reply[0]!)[1]!).Select(static entry => (RedisValue)((RedisResult[])entry!)[0])];
            done += ids.Length;
        }

        await _database.ExecuteAsync("XACK", [(RedisKey)Stream, Group, .. ids]);
        await _database.ExecuteAsync("XTRIM", (RedisKey)Stream, "MAXLEN", 0);
        return done;
    }

    public void Dispose() => _connection.Close(allowCommandsToComplete: false);

    private Task FillAsync(int messages)
    {
        var adding = new Task[messages];
        for (var i = 0; i < messages; i++)
        {
            adding[i] = _database.ExecuteAsync("XADD", (RedisKey)Stream, "*", "p", Payload);
        }

        return Task.WhenAll(adding);
    }
}
