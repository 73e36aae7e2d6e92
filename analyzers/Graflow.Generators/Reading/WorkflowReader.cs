using Graflow.Generators.Diagnostics;
using Graflow.Generators.Emitting;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads one <c>[Workflow]</c> member: its model, or what is wrong with it (GRF004).</summary>
internal static class WorkflowReader
{
    /// <returns>Null where it cannot be registered; <paramref name="problems"/> says why, unless the compiler or the container does.</returns>
    public static WorkflowModel? Read(ISymbol member, ProblemList problems)
    {
        if (member.ContainingType is not { } type || TypeOf(member) is not { } flow)
        {
            problems.Add(Rules.Workflow, member, member.Name, "only properties and methods can be");
            return null;
        }

        var container = TaskContainer.Of(type);
        var contract = Contract(flow);
        if (Reason(member, flow, contract) is { } reason)
        {
            problems.Add(Rules.Workflow, member, member.Name, reason);
            return null;
        }

        if (container.Model is null || contract is null || contract.TypeArguments.Any(TypeProblems.IsMissing))
        {
            return null;
        }

        var access = $"{container.Model.FullName}.{Literal.Escape(member.Name)}{(member is IMethodSymbol ? "()" : "")}";
        return new WorkflowModel(
            NameOf(member, container),
            contract.TypeArguments[0].ToDisplayString(TypeNames.Full),
            contract.TypeArguments[1].ToDisplayString(TypeNames.Full),
            access)
        {
            InputElements = IsTuple(contract.TypeArguments[0]) ? Elements(contract.TypeArguments[0]).Select(static type => type.ToDisplayString(TypeNames.Full)).ToEquatableArray() : default,
            NullableInputs = Elements(contract.TypeArguments[0])
                .Select(static (type, index) => (type.NullableAnnotation, index))
                .Where(static element => element.NullableAnnotation == NullableAnnotation.Annotated)
                .Select(static element => element.index)
                .ToEquatableArray(),
            InputNames = ElementNames(contract.TypeArguments[0]),
            OutputNames = ElementNames(contract.TypeArguments[1]),
        };
    }

    /// <summary>What the flow takes and yields; empty where it is none.</summary>
    public static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) =>
        TypeOf(member) is { } flow && Contract(flow) is { } contract ? contract.TypeArguments : [];

    public static string NameOf(ISymbol member, TaskContainer container) =>
        member.Find("WorkflowAttribute")?.Argument<string>(0) ?? container.IdPrefix + member.Name;

    private static bool IsTuple(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true };

    /// <summary>What a tuple consists of; any other type by itself.</summary>
    private static IEnumerable<ITypeSymbol> Elements(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } ? elements.Select(static element => element.Type) : [type];

    private static EquatableArray<string> ElementNames(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } && elements.All(static element => element.IsExplicitlyNamedTupleElement)
            ? elements.Select(static element => element.Name).ToEquatableArray()
            : default;

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        _ => null,
    };

    private static INamedTypeSymbol? Contract(ITypeSymbol flow) =>
        flow.Is("Graflow", "IExecutable", 2)
            ? (INamedTypeSymbol)flow
            : flow.AllInterfaces.FirstOrDefault(static type => type.Is("Graflow", "IExecutable", 2));

    private static string? Reason(ISymbol member, ITypeSymbol flow, INamedTypeSymbol? contract) => member switch
    {
        { IsStatic: false } => "it is not static, so that nobody could read it without an object",
        { IsAbstract: true } => "it is abstract",
        IMethodSymbol { Parameters.Length: > 0 } => "it has parameters, and a workflow is found by its name alone",
        IMethodSymbol { IsGenericMethod: true } => "it is generic, and a workflow has one type",
        IPropertySymbol { GetMethod: null } => "it has no getter",
        { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal }
            => "the assembly's registry cannot reach it; make it internal or public",
        _ when flow.TypeKind == TypeKind.Error => null,
        _ when GeneratedTree.IsOnlyIn(flow) => $"its type '{flow.Name}' is generated, so that the generator cannot read it; declare it as Flow<TIn, TOut>",
        _ when contract is null => $"'{flow.ToDisplayString(TypeNames.Short)}' is no flow; return Flow<TIn, TOut>",
        _ => null,
    };
}
