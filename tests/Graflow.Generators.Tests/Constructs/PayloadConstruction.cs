using System.Diagnostics.CodeAnalysis;

public static partial class Construction
{
    [Task] public static RequiredMembers A(InitOnly x, Settled y) => throw new NotSupportedException();
    [Task] public static PrivateSetters B(Automatic x, Hidden y) => throw new NotSupportedException();
    [Task] public static Converted C(ReadOnlyFields x, OldCtor y) => throw new NotSupportedException();
}

public sealed class RequiredMembers
{
    public required int Id { get; init; }
    public required string? Name { get; set; }
    public string Note { get; init; } = "none";
}

public sealed record InitOnly
{
    public int Id { get; init; } = 7;
}

public sealed class Settled
{
    [SetsRequiredMembers]
    public Settled(int id, string name = "x")
    {
        (Id, Name) = (id, name);
    }

    public required int Id { get; init; }
    public required string Name { get; init; }
}

public class PrivateSetters
{
    public int Id { get; private set; }
    public string? Name { get; protected set; }
}

public sealed class Automatic
{
    public List<int> Items { get; } = [];
    public int Count => Items.Count;
}

public sealed class Hidden
{
    private Hidden(int id) => Id = id;

    public int Id { get; }

    public static Hidden Of(int id) => new(id);
}

public sealed class Converted(IEnumerable<int> items, int extra = 3)
{
    public IReadOnlyList<int> Items { get; } = [.. items];

    [PayloadIgnore] public int Extra => extra;
}

public sealed class ReadOnlyFields
{
    public readonly int Id = 1;
    public readonly string? Name;
    public volatile int Count;
}

public sealed class OldCtor
{
    public OldCtor()
    {
    }

    public OldCtor(int id) => Id = id;

    public int Id { get; set; }

    [Obsolete] public int Old { get; set; }

    [Obsolete("", true)] public int Older { get; set; }
}
