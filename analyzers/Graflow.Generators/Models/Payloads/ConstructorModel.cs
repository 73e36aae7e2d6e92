namespace Graflow.Generators.Models.Payloads;

/// <summary>The constructor that makes an object of what was read.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="SetsRequiredMembers">Whether it may be called without an initializer for required members.</param>
/// <param name="Accessor">Calls it where it cannot be called, and where an older payload lacks required members.</param>
/// <param name="IsAccessible">Whether it can be called with an initializer of the members.</param>
/// <param name="IsImplicit">Whether it is a struct's that nobody declared, which is no method.</param>
internal sealed record ConstructorModel(
    EquatableArray<ConstructorParameterModel> Parameters,
    bool SetsRequiredMembers,
    AccessorModel Accessor,
    bool IsAccessible,
    bool IsImplicit);
