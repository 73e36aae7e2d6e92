namespace Graflow.Generators.Models.Payloads;

/// <summary>One member of an object.</summary>
internal sealed record MemberModel
{
    /// <summary>Not escaped.</summary>
    public required string Name { get; init; }

    public required PayloadTypeModel Type { get; init; }

    public required MemberSetting Setting { get; init; }

    /// <summary>Where the setting is <see cref="MemberSetting.Constructor"/>: which parameter.</summary>
    public int Parameter { get; init; } = -1;

    public bool IsRequired { get; init; }

    /// <summary>What attributes say of a field's place in its struct, as the wire shape has it: <c>@4</c>; empty where they say nothing.</summary>
    public string Place { get; init; } = "";

    /// <summary>Reads the member where it cannot be named.</summary>
    public AccessorModel? Getter { get; init; }

    /// <summary>Sets the member, or gives a reference to its field, where it cannot be assigned after construction.</summary>
    public AccessorModel? Setter { get; init; }
}
