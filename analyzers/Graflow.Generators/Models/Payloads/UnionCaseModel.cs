namespace Graflow.Generators.Models.Payloads;

/// <summary>One type of a union.</summary>
/// <param name="Tag">What stands for it.</param>
/// <param name="Type">The type.</param>
/// <param name="IsOpen">Whether values are of types that derive from it.</param>
internal sealed record UnionCaseModel(int Tag, PayloadTypeModel Type, bool IsOpen);
