using System.Diagnostics.CodeAnalysis;
using MemoryPack;

// One shape for each way to make an object of what was read.
namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class RequiredMembers
{
    public required int Id { get; init; }

    public required string? Name { get; set; }

    public string Note { get; init; } = "none";
}

[Payload]
internal sealed record Positional(int Id, string Name = "nobody", decimal Price = 2.5m)
{
    public string Note { get; init; } = "none";

    public List<int> Items { get; set; } = [7];
}

[Payload]
internal sealed class Settled
{
    [SetsRequiredMembers]
    public Settled(int id, string name = "x")
    {
        (Id, Name) = (id, name);
    }

    public required int Id { get; init; }

    public required string Name { get; init; }
}

internal class PrivateParent<T>
{
    public T? Id { get; private set; }

    public void SetId(T id) => Id = id;
}

[Payload]
internal sealed class PrivateSetters : PrivateParent<int>
{
    public string? Name { get; private set; }

    [MemoryPackInclude]
    private long Inner { get; set; } = 1;

    public static PrivateSetters Of(int id, string name, long inner)
    {
        var made = new PrivateSetters { Name = name, Inner = inner };
        made.SetId(id);
        return made;
    }

    public override string ToString() => $"{Id} {Name} {Inner}";
}

[Payload]
internal sealed class GetOnly
{
    public List<int> Items { get; } = [];

    public int Count => Items.Count;
}

[Payload]
internal sealed class Factory
{
    private Factory(int id) => Id = id;

    public int Id { get; }

    public static Factory Of(int id) => new(id);
}

[Payload]
internal sealed class Converted(IEnumerable<int> items, int extra = 3)
{
    public IReadOnlyList<int> Items { get; } = [.. items];

    [PayloadIgnore]
    public int Extra { get; } = extra;
}

[Payload]
internal sealed class ReadOnlyFields(int id)
{
    public readonly int Id = id;
    public readonly string? Name = "n";
    public volatile int Count;
}

[Payload]
internal readonly struct ReadOnlyStruct(int id, string name)
{
    public int Id { get; } = id;

    public string Name { get; } = name;

    public string? Note { get; private init; } = "made";

    public ReadOnlyStruct Noted(string? note) => this with { Note = note };
}

[Payload]
internal struct SetLaterStruct
{
    public string? Name { readonly get; private set; }

    public int Id { readonly get; init; }

    public void Rename(string name) => Name = name;
}

[Payload]
internal sealed class Retired
{
    public int Id { get; set; }

    [Obsolete("It is gone.", error: true)]
    public int Older { get; set; }

    public string @Checked { get; set; } = "";

    public static Retired Of(int older)
    {
        var made = new Retired { Id = 1, @Checked = "c" };
        typeof(Retired).GetProperty("Older")!.SetValue(made, older);
        return made;
    }

    public int ReadOlder() => (int)typeof(Retired).GetProperty("Older")!.GetValue(this)!;
}

[Payload]
internal sealed class Marked
{
    public Marked(int id, string name) => (Id, Name) = (id, $"wrong {name}");

    [MemoryPackConstructor]
    public Marked(int id) => Id = id;

    public int Id { get; }

    public string? Name { get; set; }
}

internal sealed class Nest<T>
    where T : struct
{
    public sealed class Inner<TOther>
        where TOther : class
    {
        public T Left { get; private init; }

        public TOther? Right { get; }

        public static Inner<TOther> Of(T left) => new() { Left = left };
    }
}

[Payload]
internal sealed class Strict
{
    private int _age;

    public Strict(string name) => Name = name.Length > 0 ? name : throw new ArgumentException("A name is missing.");

    public string Name { get; }

    public int Age
    {
        get => _age;
        set => _age = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
    }
}

[Payload]
internal class Animal
{
    public string? Name { get; set; }
}

internal sealed class Cat : Animal
{
    public int Lives { get; set; }
}

[Payload]
internal sealed class Names : List<string>
{
    [PayloadIgnore]
    public string? Unseen { get; set; }
}

[Payload]
internal sealed class Prices : Dictionary<string, decimal>;

[Payload]
internal sealed class Tree
{
    public int Value { get; set; }

    public Tree? Left { get; set; }

    public List<Tree?>? Children { get; set; }
}

[Payload, Union(0, typeof(Card)), Union(300, typeof(Money)), Union(7, typeof(Voucher))]
internal interface IPayment;

internal sealed record Card(string Number) : IPayment;

internal struct Money : IPayment
{
    public byte Kind;
    public long Cents;
}

[Union(1, typeof(Gift))]
internal abstract record Voucher : IPayment;

internal sealed record Gift(IPayment? Within) : Voucher;
