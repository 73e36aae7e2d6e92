namespace Graflow.Generators.Models.Payloads;

/// <summary>One type of a union.</summary>
internal sealed record UnionCaseModel(int Tag, PayloadTypeModel Type);
