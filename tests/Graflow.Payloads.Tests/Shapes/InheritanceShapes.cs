namespace Graflow.Payloads.Tests.Shapes;

internal class Ancestor
{
    public int Hidden { get; set; }

    public int Called { get; set; }

    public virtual string Kind { get; } = "ancestor";

    public virtual string? Note { get; set; }
}

/// <summary>Hides members of its parent by another type, by a method, and overrides one that has no setter.</summary>
[Payload]
internal sealed class Heir : Ancestor
{
    public Heir()
    {
    }

    public Heir(string other) => Kind = other;

    public new string? Hidden { get; set; }

    public override string Kind { get; } = "heir";

    public override string? Note { get; set; }

    public new int Called() => base.Called;

    public void Call(int number) => base.Called = number;
}

internal abstract class Labelled
{
    public abstract string Label { get; }
}

/// <summary>Keeps what its parent only promises.</summary>
[Payload]
internal sealed class Tag : Labelled
{
    public override string Label { get; } = "none";

    public static Tag Of(string text) => new(text, loud: true);

    private Tag(string text, bool loud) => Label = loud ? text.ToUpperInvariant() : text;

    public Tag()
    {
    }
}

/// <summary>Requires members that are no part of its payload.</summary>
[Payload]
internal sealed class RequiresMore
{
    [PayloadIgnore]
    public required string Left { get; set; }

    public required int Hidden { private get; set; }

    public int Id { get; set; }
}

/// <summary>The same, of a struct without constructor.</summary>
[Payload]
internal struct RequiresMoreStruct
{
    [PayloadIgnore]
    public required string Left { get; set; }

    public string? Name { get; set; }
}
