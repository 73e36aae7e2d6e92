using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading;

/// <summary>Finds the tasks that a body names as what may run next, for pictures. The nodes are not generated yet when it looks, so it resolves the type before <c>.Tasks</c> and takes the rest by name.</summary>
internal sealed class NextTargetReader
{
    private readonly Compilation _compilation;
    private readonly TaskName _task;
    private readonly CancellationToken _ct;
    private readonly SortedSet<string> _targets = new(StringComparer.Ordinal);

    private NextTargetReader(TaskName task, Compilation compilation, CancellationToken ct)
    {
        _task = task;
        _compilation = compilation;
        _ct = ct;
    }

    public static EquatableArray<string> Read(IMethodSymbol method, TaskName task, Compilation compilation, CancellationToken ct)
    {
        if (!MayContinue(method))
        {
            return default;
        }

        var reader = new NextTargetReader(task, compilation, ct);
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            reader.Read(reference.GetSyntax(ct));
        }

        return reader._targets.ToEquatableArray();
    }

    private static bool MayContinue(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.Type.Name == "TaskContext") || IsNext(method.ReturnType);

    private static bool IsNext(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } named && (named.Is("Graflow", "Next", 1) || named.TypeArguments[0].Is("Graflow", "Next", 1));

    private void Read(SyntaxNode method)
    {
        SemanticModel? semantics = null;
        foreach (var node in method.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NextIteration" } })
            {
                _targets.Add(_task.Id);
            }
            else if (node is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access && access.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            {
                Add(access.Expression, name.Identifier.ValueText, ref semantics);
            }
        }
    }

    private void Add(ExpressionSyntax holder, string node, ref SemanticModel? semantics)
    {
        if (holder is IdentifierNameSyntax identifier)
        {
            for (var type = _task.Method.ContainingType; type is not null; type = type.ContainingType)
            {
                if (AddFrom(type, identifier.Identifier.ValueText, node))
                {
                    return;
                }
            }
        }
        else if (holder is MemberAccessExpressionSyntax qualified && MayBeTasksClass(qualified))
        {
            semantics ??= _compilation.GetSemanticModel(holder.SyntaxTree);
            if (semantics.GetSymbolInfo(qualified.Expression, _ct).Symbol is INamedTypeSymbol type)
            {
                AddFrom(type, qualified.Name.Identifier.ValueText, node);
            }
        }
    }

    /// <summary>Types start with a capital by convention; a look at the text spares most bodies the semantic model.</summary>
    private static bool MayBeTasksClass(MemberAccessExpressionSyntax access) =>
        access.Expression is NameSyntax or MemberAccessExpressionSyntax && access.Name.Identifier.ValueText is { Length: > 0 } name && char.IsUpper(name[0]);

    private bool AddFrom(INamedTypeSymbol type, string tasksClass, string node)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (TaskContainer.Of(current.OriginalDefinition) is { Tasks.Count: > 0 } container && container.TasksName == tasksClass && container.Named(node) is { } target)
            {
                _targets.Add(target.Id);
                return true;
            }
        }

        return false;
    }
}
