[assembly: Payload(typeof(Page<Guid>))]
[assembly: Payload(typeof(Dictionary<string, Page<int>[]>))]

public static partial class Generics
{
    [Task] public static Page<string> A(Outer<int>.Inner<string> x, (int Id, string? Name) y) => throw new NotSupportedException();

    [Task] public static async Task<Next<(int, string, bool, long, double, float, short, string)>> B(TaskContext context, string key, [FromChannel] Page<bool> page, CancellationToken ct)
    {
        await context.Channel.SetAsync(key, new Page<char>([], null), cancellationToken: ct);
        await context.Channel.AppendAsync(key, 1m, ct);
        context.OnSuccess(channel => channel.Set(key, new Page<short>([], null)));
        return default;
    }

    [Workflow] public static Flow<Page<byte>, Page<sbyte>> W => throw new NotSupportedException();
}

[Payload]
public sealed class Marked
{
    public Tuple<int, string>? Tuple { get; set; }
    public KeyValuePair<byte, long> Pair { get; set; }
    public IReadOnlyDictionary<string, List<int?>>? Map { get; set; }
}

public sealed record Page<T>(T[] Items, Page<T>? Next)
{
    public T? First { get; private set; }
}

public sealed class Outer<T>
{
    public sealed class Inner<U>
        where U : class
    {
        public T? Left { get; private init; }
        public U? Right { get; }
    }
}
