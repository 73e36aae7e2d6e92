using System.Collections.Immutable;
using Graflow.Generators.Options;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Handlers;

/// <summary>A place where a task asks for a handler by a constant name.</summary>
/// <param name="Expression">The name, as it stands there.</param>
/// <param name="Task">The task's id, or what stands for it where it is not known when the program is compiled.</param>
/// <param name="Name">The name.</param>
internal readonly record struct HandlerUse(ExpressionSyntax Expression, string Task, string Name)
{
    private const string Option = "Handler";

    /// <summary>Where to look: <c>[Task(Handler = …)]</c> and <c>o.Handler = …</c>.</summary>
    public static readonly ImmutableArray<SyntaxKind> Kinds = [SyntaxKind.AttributeArgument, SyntaxKind.SimpleAssignmentExpression];

    /// <returns>What the node asks for; null for nothing.</returns>
    public static HandlerUse? Read(SyntaxNode node, SemanticModel semantics, CancellationToken ct) => node switch
    {
        AttributeArgumentSyntax argument => OfAttribute(argument, semantics, ct),
        AssignmentExpressionSyntax assignment => OfOption(assignment, semantics, ct),
        _ => null,
    };

    private static HandlerUse? OfAttribute(AttributeArgumentSyntax argument, SemanticModel semantics, CancellationToken ct) =>
        argument is { NameEquals.Name.Identifier.ValueText: Option, Parent.Parent: AttributeSyntax { Parent.Parent: MethodDeclarationSyntax method } attribute }
        && semantics.GetSymbolInfo(attribute, ct).Symbol?.ContainingType.Is("Graflow", "TaskAttribute") == true
        && semantics.GetDeclaredSymbol(method, ct) is { ContainingType: { } type } symbol
        && NameIn(argument.Expression, semantics, ct) is { } name
            ? new HandlerUse(argument.Expression, TaskContainer.Of(type).NameOf(symbol)?.Id ?? symbol.Name, name)
            : null;

    private static HandlerUse? OfOption(AssignmentExpressionSyntax assignment, SemanticModel semantics, CancellationToken ct) =>
        assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Option } or IdentifierNameSyntax { Identifier.ValueText: Option }
        && semantics.GetSymbolInfo(assignment.Left, ct).Symbol?.ContainingType.Is("Graflow", "TaskOptions") == true
        && NameIn(assignment.Right, semantics, ct) is { } name
            ? new HandlerUse(assignment.Right, OptionOwner.Of(assignment, semantics, ct) ?? "This node", name)
            : null;

    private static string? NameIn(ExpressionSyntax expression, SemanticModel semantics, CancellationToken ct) =>
        semantics.GetConstantValue(expression, ct) is { HasValue: true, Value: string { Length: > 0 } name } ? name : null;
}
