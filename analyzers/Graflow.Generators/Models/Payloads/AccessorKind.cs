namespace Graflow.Generators.Models.Payloads;

/// <summary>What an accessor reaches.</summary>
internal enum AccessorKind
{
    Field,
    Getter,
    Setter,
    Constructor,
}
