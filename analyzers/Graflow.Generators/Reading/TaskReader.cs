using Graflow.Generators.Diagnostics;
using Graflow.Generators.Emitting;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads one <c>[Task]</c> method: its model, or what is wrong with it.</summary>
internal static class TaskReader
{
    /// <returns>Null where a node cannot be made; <paramref name="problems"/> says why, unless the compiler or the container does.</returns>
    public static TaskModel? Read(IMethodSymbol method, Compilation compilation, ProblemList problems, CancellationToken ct)
    {
        method = method.PartialDefinitionPart ?? method;
        if (method.MethodKind != MethodKind.Ordinary || method.ContainingType is not { } type)
        {
            problems.Add(Rules.Signature, method, MethodProblems.NotAMethod(method));
            return null;
        }

        var before = problems.Count;
        var container = TaskContainer.Of(type);
        MethodProblems.Find(method, problems);
        var signature = problems.Count > before ? null : SignatureReader.Read(method, compilation, problems);
        var name = container.NameOf(method);
        var options = name is null ? OptionsModel.Default : OptionsReader.Read(name, problems);
        if (problems.Count > before || signature is null || name is null || container.Model is null)
        {
            return null;
        }

        return ModelOf(method, name, signature, options) with
        {
            NextTargets = NextTargetReader.Read(method, name, compilation, ct),
            Summary = SummaryReader.Read(method, ct),
        };
    }

    private static TaskModel ModelOf(IMethodSymbol method, TaskName name, SignatureModel signature, OptionsModel options)
    {
        var container = TaskContainer.Of(method.ContainingType);
        return new TaskModel
        {
            Container = container.Model!,
            Id = name.Id,
            NodeName = name.Node,
            Method = Literal.Escape(method.Name),
            IsPublic = method.DeclaredAccessibility == Accessibility.Public,
            IsFriend = container.IsFriend,
            Assembly = method.ContainingAssembly.Name,
            Parameters = signature.Parameters,
            Output = signature.Output,
            Base = signature.Base,
            DefaultsBase = signature.DefaultsBase,
            Options = options,
            Instance = method.IsStatic ? null : InstanceOf(method.ContainingType),
            Obsolete = ObsoleteMessage(method),
        };
    }

    private static InstanceModel InstanceOf(INamedTypeSymbol type)
    {
        var canCreate = !type.IsAbstract && type.InstanceConstructors.Any(static constructor =>
            constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });
        return new InstanceModel(type.ToDisplayString(TypeNames.Runtime), canCreate && !HasRequiredMembers(type));
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }

    private static string? ObsoleteMessage(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is("System", "ObsoleteAttribute"))
            {
                return attribute.Argument<string>(0) ?? "";
            }
        }

        return null;
    }
}
