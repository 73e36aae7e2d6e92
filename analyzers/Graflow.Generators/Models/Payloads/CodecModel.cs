namespace Graflow.Generators.Models.Payloads;

/// <summary>One type's codec: all that its text depends on.</summary>
internal sealed record CodecModel
{
    public required PayloadTypeModel Type { get; init; }

    public required CodecKind Kind { get; init; }

    /// <summary>The assembly that the codec is generated into.</summary>
    public required string Assembly { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>Whether a value may be of a derived type, which a payload of this one cannot tell.</summary>
    public bool MayBeDerived { get; init; }

    /// <summary>In the order of the payload.</summary>
    public EquatableArray<MemberModel> Members { get; init; }

    public ConstructorModel? Constructor { get; init; }

    /// <summary>A union's types, by tag.</summary>
    public EquatableArray<UnionCaseModel> Cases { get; init; }

    /// <summary>A collection's element, as the codec writes it.</summary>
    public PayloadTypeModel? Element { get; init; }

    /// <summary>Whether a struct is its one member several times over.</summary>
    public bool IsInlineArray { get; init; }

    /// <summary>Whether the library has a codec for it, so that nothing is registered.</summary>
    public bool IsKnown { get; init; }
}
