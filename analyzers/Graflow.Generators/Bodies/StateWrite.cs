using Graflow.Generators.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Bodies;

/// <summary>What a task's body writes that stays in the process in which it runs. Only what the text shows: assignments, <c>out</c> and increments of fields and automatic properties.</summary>
/// <param name="Place">The name that is written.</param>
/// <param name="Member">The field or property.</param>
internal sealed record StateWrite(SyntaxNode Place, ISymbol Member)
{
    /// <summary>Such as <c>the static field 's_total'</c>.</summary>
    public string Text => $"the {(Member.IsStatic ? "static" : "instance")} {(Member is IFieldSymbol ? "field" : "property")} '{Member.Name}'";

    /// <summary>The first write of each member; <c>??=</c> fills a cache, and each process may have its own.</summary>
    public static IEnumerable<StateWrite> In(IMethodSymbol task, Func<SyntaxTree, SemanticModel> semanticsOf, CancellationToken ct)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var body = (task.PartialImplementationPart ?? task).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(ct);
        SemanticModel? semantics = null;
        foreach (var target in body?.DescendantNodes().Select(Target).OfType<ExpressionSyntax>() ?? [])
        {
            semantics ??= semanticsOf(target.SyntaxTree);
            if (semantics.GetSymbolInfo(target, ct).Symbol is { } member && IsState(member, target, task) && seen.Add(member))
            {
                yield return new StateWrite(target, member);
            }
        }
    }

    private static ExpressionSyntax? Target(SyntaxNode node)
    {
        var target = node switch
        {
            AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceAssignmentExpression } assignment => assignment.Left,
            PrefixUnaryExpressionSyntax { OperatorToken.ValueText: "++" or "--" } increment => increment.Operand,
            PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "++" or "--" } increment => increment.Operand,
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument => argument.Expression,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } part when IsAssigned(tuple) => part.Expression,
            _ => null,
        };
        return target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax } && node is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } ? target : null;
    }

    /// <summary>Whether the tuple takes a value apart: <c>(s_first, s_last) = …</c>.</summary>
    private static bool IsAssigned(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsAssigned(outer),
        _ => false,
    };

    private static bool IsState(ISymbol member, ExpressionSyntax target, IMethodSymbol task) =>
        !member.DeclaringSyntaxReferences.IsEmpty
        && (member is IFieldSymbol || (member is IPropertySymbol property && InitializationOrder.IsAuto(property)))
        && (member.IsStatic || (!task.IsStatic && target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } && IsOwn(member.ContainingType, task.ContainingType)));

    private static bool IsOwn(INamedTypeSymbol type, INamedTypeSymbol task)
    {
        for (var current = task; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
