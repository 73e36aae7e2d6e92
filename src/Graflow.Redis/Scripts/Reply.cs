using StackExchange.Redis;

namespace Graflow.Redis.Scripts;

/// <summary>What a script answered, read by place.</summary>
internal readonly struct Reply(RedisResult result)
{
    internal Reply this[int index] => new(((RedisResult[])result!)[index]);

    internal Reply[] Items => Array.ConvertAll((RedisResult[])result!, static item => new Reply(item));

    internal bool IsNull => result.IsNull;

    internal string Text => (string)result!;

    internal byte[] Bytes => (byte[])result!;

    internal long Number => (long)result;

    internal string[] Texts => Array.ConvertAll((RedisResult[])result!, static item => (string)item!);

    /// <summary>The moment that a number of microseconds stands for.</summary>
    internal DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(Number * TimeSpan.TicksPerMicrosecond);
}
