using Graflow.Generators.Edges;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.CodeFixes;

/// <summary>A task without a body between the sides of an edge, in the class that the edge is written in.</summary>
internal sealed class AdapterTask
{
    private readonly BinaryExpressionSyntax _edge;
    private readonly MemberDeclarationSyntax _member;
    private readonly string _node;
    private readonly string _method;

    private AdapterTask(BinaryExpressionSyntax edge, MemberDeclarationSyntax member, string name, string node, string method)
    {
        _edge = edge;
        _member = member;
        _node = node;
        _method = method;
        Name = name;
    }

    public string Name { get; }

    /// <returns>Null where the edge is not written in a class that has tasks: a new node would not be visible.</returns>
    public static AdapterTask? Between(Edge edge, SemanticModel semantics)
    {
        var position = edge.Syntax.SpanStart;
        if (edge.Syntax is not BinaryExpressionSyntax syntax
            || syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax } member
            || semantics.GetEnclosingSymbol(position)?.ContainingType is not { } type
            || TaskContainer.Of(type) is not { Tasks.Count: > 0, Model: not null } container)
        {
            return null;
        }

        var (from, to) = (edge.Left.Yields, edge.Right.Takes);
        var name = Free($"{Word(from)}To{Word(to)}", type);
        var failure = semantics.Compilation.GetTypeByMetadataName("System.NotImplementedException")!.ToMinimalDisplayString(semantics, position);
        var method = $"[Task] private static {Text(to)} {name}({Text(from)} value) => throw new {failure}();";
        return new AdapterTask(syntax, member, name, $"{container.TasksName}.{name}", method);

        string Text(ITypeSymbol symbol) => symbol.ToMinimalDisplayString(semantics, position);
    }

    public SyntaxNode AddTo(SyntaxNode root)
    {
        var tracked = root.TrackNodes(_edge, _member);
        var edge = tracked.GetCurrentNode(_edge)!;
        var node = SyntaxFactory.ParseExpression(_node).WithTrailingTrivia(SyntaxFactory.Space);
        var left = SyntaxFactory.BinaryExpression(SyntaxKind.RightShiftExpression, edge.Left, edge.OperatorToken.WithTrailingTrivia(SyntaxFactory.Space), node);
        var operation = edge.OperatorToken.WithLeadingTrivia(SyntaxFactory.TriviaList());
        var changed = tracked.ReplaceNode(edge, edge.WithLeft(left).WithOperatorToken(operation));
        return changed.InsertNodesBefore(changed.GetCurrentNode(_member)!, [Method()]);
    }

    /// <summary>Takes the indentation of the member that it comes before, and leaves a line free between them.</summary>
    private MemberDeclarationSyntax Method()
    {
        var line = _member.SyntaxTree.ToString().Contains("\r\n") ? "\r\n" : "\n";
        var before = _member.GetLeadingTrivia();
        var indentation = before.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var isApart = before.Any() && before[0].IsKind(SyntaxKind.EndOfLineTrivia);
        return SyntaxFactory.ParseMemberDeclaration($"{(isApart ? line : "")}{indentation}{_method}{line}{(isApart ? "" : line)}")!;
    }

    private static string Free(string name, INamedTypeSymbol type)
    {
        var free = name;
        for (var i = 2; type.GetMembers(free).Length > 0; i++)
        {
            free = name + i;
        }

        return free;
    }

    private static string Word(ITypeSymbol type) => type switch
    {
        { SpecialType: not SpecialType.None } when type is INamedTypeSymbol { Arity: 0 } => Capital(type.ToDisplayString()),
        IArrayTypeSymbol array => Word(array.ElementType) + "s",
        INamedTypeSymbol { IsTupleType: true } tuple => string.Join("And", tuple.TupleElements.Select(static element => Word(element.Type))),
        INamedTypeSymbol { Arity: 1 } list when EdgeTypes.ElementOf(list) is { } element => Word(element) + "s",
        INamedTypeSymbol { Arity: > 0 } generic => generic.Name + string.Concat(generic.TypeArguments.Select(Word)),
        _ => Capital(type.Name),
    };

    private static string Capital(string word)
    {
        var last = word.Substring(word.LastIndexOf('.') + 1).TrimEnd('?');
        return last.Length == 0 ? "Value" : char.ToUpperInvariant(last[0]) + last.Substring(1);
    }
}
