namespace Graflow.Generators.Models.Payloads;

/// <summary>The constructor that makes an object of what was read.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="SetsRequiredMembers">Whether it may be called without an initializer for required members.</param>
/// <param name="Accessor">Calls it where it cannot be called, and where an older payload lacks required members.</param>
/// <param name="IsAccessible">Whether it can be called.</param>
internal sealed record ConstructorModel(
    EquatableArray<ConstructorParameterModel> Parameters,
    bool SetsRequiredMembers,
    AccessorModel Accessor,
    bool IsAccessible);
