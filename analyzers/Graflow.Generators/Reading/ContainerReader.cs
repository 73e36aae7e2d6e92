using Graflow.Generators.Diagnostics;
using Graflow.Generators.Emitting;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading;

/// <summary>Reads the type around tasks: whether nodes can be added to it, and how.</summary>
internal static class ContainerReader
{
    public static ContainerModel? Read(TaskContainer container, ProblemList problems)
    {
        var type = container.Type;
        var types = Chain(type).Reverse().ToArray();
        var before = problems.Count;
        CheckPartial(type, types, problems);
        if (types.FirstOrDefault(static outer => UnsupportedReason(outer) is not null) is { } unsupported)
        {
            problems.Add(Rules.Signature, type, $"'{type.Name}' cannot hold tasks or workflows: {UnsupportedReason(unsupported)}");
        }

        if (problems.Count > before)
        {
            return null;
        }

        var @namespace = type.ContainingNamespace;
        return new ContainerModel(
            @namespace.IsGlobalNamespace ? "" : @namespace.ToDisplayString(TypeNames.Namespace),
            types.Select(static outer => new TypeDeclarationModel(Keyword(outer), Literal.Escape(outer.Name))).ToEquatableArray(),
            type.ToDisplayString(TypeNames.Runtime),
            Literal.Escape(container.TasksName),
            HidesInherited(type, container.TasksName));
    }

    public static string IdPrefix(INamedTypeSymbol type) =>
        string.Concat(Chain(type).Reverse().Select(static outer => outer.Name + "."));

    public static string TasksName(INamedTypeSymbol type) =>
        type.Find("TasksClassAttribute")?.Argument<string>(0) is { } name && SyntaxFacts.IsValidIdentifier(name) ? name : WellKnown.TasksClass;

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private static void CheckPartial(INamedTypeSymbol type, INamedTypeSymbol[] types, ProblemList problems)
    {
        var whole = types.Where(static outer => !IsPartial(outer)).Select(static outer => $"'{outer.Name}'").ToArray();
        if (whole.Length > 0)
        {
            problems.Add(Rules.NotPartial, type, type.Name, string.Join(" and ", whole));
        }
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string? UnsupportedReason(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } => "only classes, records, structs and interfaces can",
        { Arity: > 0 } => $"'{type.Name}' is generic, and a task is one method, not one for each type argument",
        { IsRefLikeType: true } => $"'{type.Name}' is a ref struct",
        { IsFileLocal: true } => $"'{type.Name}' is visible in its file only, and its nodes are generated into another one",
        { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal }
            => $"'{type.Name}' is {SyntaxFacts.GetText(type.DeclaredAccessibility)}, so that the assembly's registry cannot reach it; make it internal",
        _ => null,
    };

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        _ => "class",
    };

    private static bool HidesInherited(INamedTypeSymbol type, string name)
    {
        for (var parent = type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType)
        {
            var declared = parent.OriginalDefinition;
            if (declared.GetMembers(name).Any(static member => member.DeclaredAccessibility != Accessibility.Private))
            {
                return true;
            }

            if (!declared.DeclaringSyntaxReferences.IsEmpty
                && TaskContainer.Of(declared) is { Model: not null, Tasks.Count: > 0 } container
                && container.TasksName == name)
            {
                return true;
            }
        }

        return false;
    }
}
