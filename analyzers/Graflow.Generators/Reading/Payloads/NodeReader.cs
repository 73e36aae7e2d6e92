using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Reads one type: its codec or what is wrong with it, and the types that its values hold.</summary>
internal sealed class NodeReader(Compilation compilation)
{
    private readonly PayloadTypeReader _types = new();

    public PayloadNode Read(ITypeSymbol type)
    {
        var node = ReadShape(type);
        return node.Codec is { } codec && AccessorReader.HasHiddenParameter(codec)
            ? Wrong(type, PayloadProblemKind.Unsettable, "has private members in a generic type whose type parameter hides one of the type around it, so that codecs cannot reach them; give the parameters different names")
            : node;
    }

    private PayloadNode ReadShape(ITypeSymbol type) => PayloadShapes.Of(type) switch
    {
        PayloadShape.Missing => new PayloadNode(type, null, [], []),
        PayloadShape.Forbidden => Forbidden(type),
        _ when Inaccessible(type) is { } reason => Wrong(type, PayloadProblemKind.Inaccessible, reason),
        PayloadShape.Known => new PayloadNode(type, Model(type, CodecKind.Library) with { IsKnown = true }, [], []),
        PayloadShape.Memory => Library(type, []),
        PayloadShape.Nullable => Library(type, [new PayloadEdge("", ((INamedTypeSymbol)type).TypeArguments[0], IsCertain: false)]),
        PayloadShape.Outcome => Library(type, [new PayloadEdge(".Value", ((INamedTypeSymbol)type).TypeArguments[0], IsCertain: false)]),
        PayloadShape.Array => Array((IArrayTypeSymbol)type),
        PayloadShape.Collection => Library(type, Elements((INamedTypeSymbol)type)),
        PayloadShape.Pair => Library(type, Parts((INamedTypeSymbol)type)),
        PayloadShape.Tuple => Tuple((INamedTypeSymbol)type),
        PayloadShape.Struct => Struct((INamedTypeSymbol)type),
        PayloadShape.Union => Union((INamedTypeSymbol)type),
        PayloadShape.Open => Wrong(type, PayloadProblemKind.OpenType, $"is {(type.TypeKind == TypeKind.Interface ? "an interface" : "an abstract class")}, and a payload says only by a union which type a value has; list the types: [Union(0, typeof(…))]"),
        PayloadShape.OwnCollection => OwnCollection((INamedTypeSymbol)type),
        _ => new ObjectReader(_types, compilation).Read((INamedTypeSymbol)type),
    };

    private static PayloadNode Forbidden(ITypeSymbol type)
    {
        var (kind, reason) = ForbiddenTypes.Find(type) ?? (PayloadProblemKind.Opaque, "cannot be a payload");
        return Wrong(type, kind, reason);
    }

    private static PayloadNode Wrong(ITypeSymbol type, PayloadProblemKind kind, string reason)
    {
        var text = type.ToDisplayString(TypeNames.Short);
        return new PayloadNode(type, null, [], [new PayloadProblem(kind, text, text, reason)]);
    }

    private string? Inaccessible(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { ElementType: var element })
        {
            return Inaccessible(element);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named.IsAnonymousType)
        {
            return "is an anonymous type, which codecs cannot name; declare a record";
        }

        for (var outer = named; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal || !compilation.IsSymbolAccessibleWithin(outer.OriginalDefinition, compilation.Assembly))
            {
                return $"is not visible to generated code because '{outer.Name}' is not visible in the whole assembly; make it internal";
            }
        }

        return named.TypeArguments.Select(Inaccessible).FirstOrDefault(static reason => reason is not null);
    }

    private CodecModel Model(ITypeSymbol type, CodecKind kind) => new()
    {
        Type = _types.Read(type),
        Kind = kind,
        Assembly = compilation.AssemblyName ?? "",
        IsValueType = type.IsValueType,
    };

    private PayloadNode Library(ITypeSymbol type, IReadOnlyList<PayloadEdge> edges) => new(type, Model(type, CodecKind.Library), edges, []);

    private PayloadNode Array(IArrayTypeSymbol type) => type.Rank > 1
        ? Wrong(type, PayloadProblemKind.MultiDimensionalArray, $"has {type.Rank} dimensions, and a payload's arrays have one; use an array of arrays, or a type with the lengths and a flat array")
        : Library(type, [new PayloadEdge("[]", type.ElementType, IsCertain: false)]);

    private static PayloadEdge[] Elements(INamedTypeSymbol type)
    {
        var labels = (type.Name, type.Arity) switch
        {
            ("Lazy", _) => [".Value"],
            ("IGrouping", _) => [".Key", "[]"],
            (_, 1) => ["[]"],
            _ => new[] { "[].Key", "[].Value" },
        };
        return [.. type.TypeArguments.Select((argument, index) => new PayloadEdge(labels[index], argument, IsCertain: false))];
    }

    private static PayloadEdge[] Parts(INamedTypeSymbol type) =>
        [.. type.TypeArguments.Select((part, index) => new PayloadEdge(type.Name == "KeyValuePair" ? index == 0 ? ".Key" : ".Value" : index < 7 ? $".Item{index + 1}" : ".Rest", part, IsCertain: part.IsValueType))];

    private PayloadNode Tuple(INamedTypeSymbol type)
    {
        var parts = type.TupleElements.Select(static (element, index) => (Name: $"Item{index + 1}", element.Type)).ToArray();
        var members = parts.Select((part, index) => new MemberModel
        {
            Name = part.Name,
            Type = _types.Read(part.Type),
            Setting = MemberSetting.Constructor,
            Parameter = index,
        });
        var edges = parts.Select(static part => new PayloadEdge($".{part.Name}", part.Type, part.Type.IsValueType || part.Type.NullableAnnotation == NullableAnnotation.NotAnnotated)).ToArray();
        return new PayloadNode(type, Model(type, CodecKind.Tuple) with { Members = members.ToEquatableArray() }, edges, []);
    }

    private PayloadNode Struct(INamedTypeSymbol type)
    {
        var fields = StructLayouts.FieldsOf(type).ToArray();
        var bad = fields.Select(field => (Field: field, Problem: ForbiddenTypes.Find(field.Type))).FirstOrDefault(static field => field.Problem is not null && !field.Field.IsFixedSizeBuffer);
        if (bad.Problem is { } problem)
        {
            var text = type.ToDisplayString(TypeNames.Short);
            return new PayloadNode(type, null, [], [new PayloadProblem(problem.Kind, $"{text}.{NameOf(bad.Field)}", bad.Field.Type.ToDisplayString(TypeNames.Short), problem.Reason)]);
        }

        if (fields.FirstOrDefault(static field => field is { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Boolean } }) is { } flags)
        {
            var text = type.ToDisplayString(TypeNames.Short);
            return new PayloadNode(type, null, [], [new PayloadProblem(PayloadProblemKind.Opaque, $"{text}.{flags.Name}", "fixed bool[]", "is memory that a reader cannot look into, and a bool has two values of 256; use an [InlineArray] struct")]);
        }

        if (!StructLayouts.IsKnown(type))
        {
            return Library(type, []);
        }

        var edges = fields.Select(static field => new PayloadEdge($".{NameOf(field)}", field.Type, IsCertain: false)).ToArray();
        return new PayloadNode(type, Model(type, CodecKind.Unmanaged) with { Members = fields.Select(FieldOf).ToEquatableArray(), IsInlineArray = StructLayouts.IsInlineArray(type) }, edges, []);
    }

    private MemberModel FieldOf(IFieldSymbol field)
    {
        var isNamed = field.AssociatedSymbol is null && !field.IsReadOnly && compilation.IsSymbolAccessibleWithin(field, compilation.Assembly) && !PayloadMember.IsForbidden(field);
        return new MemberModel
        {
            Name = NameOf(field),
            Type = _types.Read(field.Type),
            Setting = isNamed ? MemberSetting.Assign : MemberSetting.Accessor,
            Getter = isNamed ? null : AccessorReader.Field(field),
            Place = StructLayouts.PlaceOf(field),
        };
    }

    // In another assembly, a property's field has but its name: <Id>k__BackingField.
    private static string NameOf(IFieldSymbol field) =>
        field.AssociatedSymbol?.Name ?? (field.Name.StartsWith("<", StringComparison.Ordinal) && field.Name.IndexOf('>') is > 1 and var end ? field.Name.Substring(1, end - 1) : field.Name);

    private PayloadNode Union(INamedTypeSymbol type)
    {
        var text = type.ToDisplayString(TypeNames.Short);
        var cases = PayloadAttributes.UnionOf(type).Select(member => (member.Tag, Type: Close(member.Type, type))).OrderBy(static member => member.Tag).ToArray();
        if (UnionProblem(type, cases) is { } reason)
        {
            return new PayloadNode(type, null, [], [new PayloadProblem(PayloadProblemKind.Attribute, text, text, reason)]);
        }

        if (cases.Any(static member => member.Type is null or { TypeKind: TypeKind.Error }))
        {
            return new PayloadNode(type, null, [], []);
        }

        var models = cases.Select(member => new UnionCaseModel(member.Tag, _types.Read(member.Type!), member.Type!.IsAbstract)).ToEquatableArray();
        var edges = cases.Select(static member => new PayloadEdge($"({member.Type!.Name})", member.Type!, IsCertain: false)).ToArray();
        return new PayloadNode(type, Model(type, CodecKind.Union) with { Cases = models }, edges, []);
    }

    private string? UnionProblem(INamedTypeSymbol type, (int Tag, INamedTypeSymbol? Type)[] cases)
    {
        if (!type.IsAbstract)
        {
            return "has a union and is neither an interface nor abstract, so that its own values have no tag; make it abstract";
        }

        var (tags, types) = (new HashSet<int>(), new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        foreach (var (tag, member) in cases)
        {
            if (tag is < 0 or > ushort.MaxValue || !tags.Add(tag))
            {
                return $"has the tag {tag} in its union twice, or it is none; tags are different numbers from 0 to {ushort.MaxValue}";
            }

            if (member is { TypeKind: not TypeKind.Error } && (!types.Add(member) || !compilation.HasImplicitConversion(member, type) || SymbolEqualityComparer.Default.Equals(member, type)))
            {
                return $"lists '{member.Name}' in its union, which is there twice or does not derive from it";
            }
        }

        return null;
    }

    private static INamedTypeSymbol? Close(INamedTypeSymbol? member, INamedTypeSymbol union) =>
        member is { IsUnboundGenericType: true } && member.Arity == union.Arity ? member.ConstructedFrom.Construct([.. union.TypeArguments]) : member;

    private PayloadNode OwnCollection(INamedTypeSymbol type)
    {
        var element = PayloadShapes.ElementOf(type)!;
        var constructor = type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        if (constructor is null || !compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly))
        {
            return Wrong(type, PayloadProblemKind.NoConstructor, "is a collection without a constructor that takes nothing, so that nothing can be added to a new one; add one, or use a List<T>");
        }

        if (LostState.InCollection(type, type.ToDisplayString(TypeNames.Short), compilation).ToArray() is { Length: > 0 } lost)
        {
            return new PayloadNode(type, null, [], lost);
        }

        var model = Model(type, CodecKind.Collection) with { Element = _types.Read(element), MayBeDerived = !type.IsSealed && type.IsReferenceType };
        return new PayloadNode(type, model, [new PayloadEdge("[]", element, IsCertain: false)], []);
    }
}
