using Graflow.Generators.Emitting;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Describes how to reach a member that codecs cannot name.</summary>
internal static class AccessorReader
{
    public static AccessorModel Field(PayloadMember member) =>
        Create(AccessorKind.Field, member.Last.ContainingType, member.BackingField!, [((member.Last.OriginalDefinition as IPropertySymbol)?.Type ?? ((IFieldSymbol)member.Last.OriginalDefinition).Type)]);

    public static AccessorModel Field(IFieldSymbol field) =>
        Create(AccessorKind.Field, field.ContainingType, field.MetadataName, [field.OriginalDefinition.Type]);

    public static AccessorModel Getter(IPropertySymbol property) =>
        Create(AccessorKind.Getter, property.ContainingType, property.GetMethod!.MetadataName, [property.OriginalDefinition.Type]);

    public static AccessorModel Setter(IPropertySymbol property) =>
        Create(AccessorKind.Setter, property.ContainingType, property.SetMethod!.MetadataName, [property.OriginalDefinition.Type]);

    public static AccessorModel Constructor(IMethodSymbol constructor) =>
        Create(AccessorKind.Constructor, constructor.ContainingType, "", constructor.OriginalDefinition.Parameters.Select(static parameter => parameter.Type));

    /// <summary>Whether an accessor would be declared with two type parameters of one name.</summary>
    public static bool HasHiddenParameter(CodecModel codec) =>
        codec.Members.SelectMany(static member => new[] { member.Getter, member.Setter })
            .Append(codec.Constructor?.Accessor)
            .Any(static accessor => accessor is { TypeParameters.Length: > 0 } && HasDuplicate(accessor.TypeParameters.Trim('<', '>').Split(',')));

    private static bool HasDuplicate(string[] names) => names.Select(static name => name.Trim()).Distinct(StringComparer.Ordinal).Count() != names.Length;

    private static AccessorModel Create(AccessorKind kind, INamedTypeSymbol owner, string target, IEnumerable<ITypeSymbol> memberTypes)
    {
        var parameters = Outward(owner.OriginalDefinition).SelectMany(static type => type.TypeParameters).ToArray();
        var arguments = Outward(owner).SelectMany(static type => type.TypeArguments).ToArray();
        return new AccessorModel(
            kind,
            target,
            PayloadTypeReader.TextOf(owner.OriginalDefinition),
            owner.IsValueType,
            memberTypes.Select(PayloadTypeReader.TextOf).ToEquatableArray(),
            List(parameters.Select(static parameter => Literal.Escape(parameter.Name))),
            string.Concat(parameters.Select(Constraints)),
            List(arguments.Select(PayloadTypeReader.TextOf)));
    }

    private static IEnumerable<INamedTypeSymbol> Outward(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
            {
                return [.. Outward(outer), type];
            }
        }

        return [type];
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? $"<{list}>" : "";

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add("class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(PayloadTypeReader.TextOf));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {Literal.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}
