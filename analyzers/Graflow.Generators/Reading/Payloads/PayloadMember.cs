using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>A property or field that is part of a payload.</summary>
/// <param name="Symbol">The member, as the closed type has it.</param>
/// <param name="Type">Its type.</param>
/// <param name="BackingField">The name of the field that an automatic property or the field itself is; null for a property that computes.</param>
internal sealed record PayloadMember(ISymbol Symbol, ITypeSymbol Type, string? BackingField)
{
    public string Name => Symbol.Name;

    /// <summary>The property that overrides it last; the symbol itself where none does.</summary>
    public ISymbol Last { get; init; } = Symbol;

    /// <summary>Whether a derived type's member of the same name stands before it, so that codecs cannot name it.</summary>
    public bool IsHidden { get; init; }

    public NullableAnnotation Annotation => Symbol is IPropertySymbol property ? property.NullableAnnotation : ((IFieldSymbol)Symbol).NullableAnnotation;

    /// <summary>Whether it can be assigned, if only in an initializer, from where codecs are.</summary>
    public bool CanAssign(Compilation compilation) => !IsHidden && Symbol switch
    {
        IPropertySymbol { SetMethod: { } set } => compilation.IsSymbolAccessibleWithin(Symbol, compilation.Assembly) && compilation.IsSymbolAccessibleWithin(set, compilation.Assembly) && !IsForbidden(Symbol),
        IFieldSymbol { IsReadOnly: false } => compilation.IsSymbolAccessibleWithin(Symbol, compilation.Assembly) && !IsForbidden(Symbol),
        _ => false,
    };

    /// <summary>Whether it can be set by any means without the constructor.</summary>
    public bool CanSet => BackingField is not null || Symbol is IPropertySymbol { SetMethod: not null };

    public bool IsInitOnly => Symbol is IPropertySymbol { SetMethod.IsInitOnly: true };

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Whether its use is an error that no directive turns off.</summary>
    public static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass.Is("System", "ObsoleteAttribute") && attribute.Argument<bool>(1));
}
