using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Reads a class or struct that is written member by member.</summary>
internal sealed class ObjectReader(PayloadTypeReader types, Compilation compilation)
{
    private const int MaxMembers = 249;

    public PayloadNode Read(INamedTypeSymbol type)
    {
        var text = type.ToDisplayString(TypeNames.Short);
        var members = MemberList.Of(type, compilation);
        var problems = Problems(type, text, members).ToList();
        var choice = ConstructorChoice.Of(type, members, compilation);
        if (choice is null)
        {
            problems.Add(new PayloadProblem(PayloadProblemKind.NoConstructor, text, text, "has no constructor whose parameters are members of the same name and type, and none without parameters; add one"));
        }

        else
        {
            problems.AddRange(LostState.In(type, text, members, choice, compilation));
        }

        var edges = members.Select(member => new PayloadEdge($".{member.Name}", member.Type, IsCertain(member))).ToArray();
        return new PayloadNode(type, choice is null || problems.Count > 0 ? null : ModelOf(type, members, choice), edges, problems);
    }

    private static IEnumerable<PayloadProblem> Problems(INamedTypeSymbol type, string text, IReadOnlyList<PayloadMember> members)
    {
        if (PayloadAttributes.UnsupportedMode(type) is { } mode)
        {
            yield return new PayloadProblem(PayloadProblemKind.Attribute, text, text, mode);
        }

        if (members.Count > MaxMembers)
        {
            yield return new PayloadProblem(PayloadProblemKind.TooManyMembers, text, text, $"has {members.Count} members, and a payload counts at most {MaxMembers}; put some of them into a type of their own");
        }

        foreach (var member in members.Where(static member => PayloadAttributes.HasFormatter(member.Symbol)))
        {
            yield return new PayloadProblem(PayloadProblemKind.Attribute, $"{text}.{member.Name}", member.Type.ToDisplayString(TypeNames.Short), "has a formatter of its own, whose bytes only MemoryPack knows; take the attribute off");
        }

        var orders = members.Select(static member => PayloadAttributes.OrderOf(member.Symbol)).Where(static order => order is not null).ToArray();
        if (orders.Distinct().Count() != orders.Length || (orders.Length > 0 && orders.Length != members.Count))
        {
            yield return new PayloadProblem(PayloadProblemKind.Attribute, text, text, "orders some members twice or not at all; give each its own number");
        }
    }

    /// <summary>Whether the member always holds another value of its type, so that a cycle of such members has no end.</summary>
    private static bool IsCertain(PayloadMember member) =>
        member.Type.IsReferenceType ? member.Annotation == NullableAnnotation.NotAnnotated : PayloadShapes.Of(member.Type) != PayloadShape.Nullable;

    private CodecModel ModelOf(INamedTypeSymbol type, IReadOnlyList<PayloadMember> members, ConstructorChoice choice) => new()
    {
        Type = types.Read(type),
        Kind = CodecKind.Object,
        Assembly = compilation.AssemblyName ?? "",
        IsValueType = type.IsValueType,
        MayBeDerived = type is { IsReferenceType: true, IsSealed: false },
        Members = members.Select(member => ModelOf(member, choice)).ToEquatableArray(),
        Constructor = ConstructorOf(type, members, choice),
    };

    private MemberModel ModelOf(PayloadMember member, ConstructorChoice choice)
    {
        var parameter = choice.Members.ToList().IndexOf(member);
        var canAssign = member.CanAssign(compilation);
        var isNamed = !member.IsHidden && compilation.IsSymbolAccessibleWithin(member.Symbol, compilation.Assembly) && !PayloadMember.IsForbidden(member.Symbol);
        return new MemberModel
        {
            Name = member.Name,
            Type = types.Read(member.Type),
            Setting = parameter >= 0 ? MemberSetting.Constructor
                : canAssign ? member.IsInitOnly ? MemberSetting.Initialize : MemberSetting.Assign
                : member.CanSet ? MemberSetting.Accessor
                : MemberSetting.None,
            Parameter = parameter,
            IsRequired = member.IsRequired,
            Getter = isNamed ? null : member.Symbol is IPropertySymbol property ? AccessorReader.Getter(property) : AccessorReader.Field(member),
            Setter = parameter >= 0 || (canAssign && !member.IsInitOnly) || !member.CanSet ? null : SetterOf(member),
        };
    }

    private static AccessorModel SetterOf(PayloadMember member) =>
        member.Symbol is IPropertySymbol { SetMethod: not null } property ? AccessorReader.Setter(property) : AccessorReader.Field(member);

    private ConstructorModel ConstructorOf(INamedTypeSymbol type, IReadOnlyList<PayloadMember> members, ConstructorChoice choice)
    {
        var constructor = choice.Constructor;
        var setsRequired = constructor.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute"));
        var isOpen = compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly) && !PayloadMember.IsForbidden(constructor);
        return new ConstructorModel(
            constructor.Parameters.Select((parameter, index) => new ConstructorParameterModel(
                parameter.Name,
                PayloadTypeReader.TextOf(parameter.Type),
                ParameterReader.Default(parameter, PayloadTypeReader.TextOf(parameter.Type)),
                choice.Members[index] is not null)).ToEquatableArray(),
            setsRequired,
            AccessorReader.Constructor(constructor),
            isOpen && (setsRequired || !RequiresMore(type, members)),
            type.IsValueType && constructor.IsImplicitlyDeclared);
    }

    /// <summary>Whether an initializer of the payload's members would lack one that the compiler requires.</summary>
    private bool RequiresMore(INamedTypeSymbol type, IReadOnlyList<PayloadMember> members)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var required = current.GetMembers().Where(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
            if (required.Any(symbol => !members.Any(member => member.Name == symbol.Name && member.CanAssign(compilation))))
            {
                return true;
            }
        }

        return false;
    }
}
