namespace Graflow.Generators.Models.Payloads;

/// <summary>A private member that is reached by <c>[UnsafeAccessor]</c>. An accessor of a generic type's member is declared in a class with the same type parameters.</summary>
/// <param name="Kind">What the member is.</param>
/// <param name="Target">The member's name in metadata; empty for a constructor.</param>
/// <param name="Owner">The declaring type, in terms of its own type parameters.</param>
/// <param name="OwnerIsValueType">Whether it is passed by reference.</param>
/// <param name="MemberTypes">The member's type, or a constructor's parameter types, in terms of the type parameters.</param>
/// <param name="TypeParameters">Such as <c>&lt;T&gt;</c>; empty where there are none.</param>
/// <param name="Constraints">Their constraints; empty where there are none.</param>
/// <param name="TypeArguments">What the codec fills in for them.</param>
internal sealed record AccessorModel(
    AccessorKind Kind,
    string Target,
    string Owner,
    bool OwnerIsValueType,
    EquatableArray<string> MemberTypes,
    string TypeParameters,
    string Constraints,
    string TypeArguments);
