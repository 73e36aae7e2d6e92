using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Graflow.CodeFixes;

/// <summary>Makes a <c>Main</c> that serves before it does anything else.</summary>
/// <param name="host">The class that serves, as it can be named there.</param>
internal sealed class ServingMain(string host)
{
    /// <returns>Null where there are no top-level statements.</returns>
    public CompilationUnitSyntax? Of(CompilationUnitSyntax unit)
    {
        var index = unit.Members.IndexOf(static member => member is GlobalStatementSyntax);
        if (index < 0)
        {
            return null;
        }

        var first = unit.Members[index];
        var returnsValue = unit.Members.OfType<GlobalStatementSyntax>()
            .SelectMany(static member => member.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            .Any(static node => node is ReturnStatementSyntax { Expression: not null });
        var statement = SyntaxFactory.GlobalStatement(Statement(returnsValue).WithLeadingTrivia(first.GetLeadingTrivia()));
        return unit.WithMembers(unit.Members
            .Replace(first, first.WithLeadingTrivia(SyntaxFactory.LineFeed))
            .Insert(index, statement.WithAdditionalAnnotations(Formatter.Annotation)));
    }

    /// <returns>Null where the method's own statements would have to change.</returns>
    public MethodDeclarationSyntax? Of(MethodDeclarationSyntax main)
    {
        var isAsync = main.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var isVoid = main.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var isInt = main.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword };
        if (!isAsync && !isVoid && !isInt)
        {
            return null;
        }

        var returnsValue = isInt || main.ReturnType is GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax };
        var args = main.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText;
        var body = BodyOf(main, returnsValue);
        if (body is null)
        {
            return null;
        }

        var serving = main
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(body.WithStatements(body.Statements.Insert(0, Statement(returnsValue, args ?? "args").WithTrailingTrivia(SyntaxFactory.LineFeed, SyntaxFactory.LineFeed))))
            .WithParameterList(args is null ? SyntaxFactory.ParseParameterList("(string[] args)").WithTriviaFrom(main.ParameterList) : main.ParameterList);
        return (isAsync ? serving : MakeAsync(serving, isVoid)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary><c>if (await GraflowHost.TryServeAsync(args)) { return; }</c></summary>
    private StatementSyntax Statement(bool returnsValue, string args = "args") =>
        SyntaxFactory.ParseStatement($"if (await {host}.TryServeAsync({args}))\n{{\n    return{(returnsValue ? " 0" : "")};\n}}\n").WithAdditionalAnnotations(Formatter.Annotation);

    private static BlockSyntax? BodyOf(MethodDeclarationSyntax main, bool returnsValue) => main switch
    {
        { Body: { } block } => block,
        { ExpressionBody.Expression: { } expression } => SyntaxFactory.Block(returnsValue
            ? SyntaxFactory.ReturnStatement(expression.WithoutTrivia()).NormalizeWhitespace()
            : SyntaxFactory.ExpressionStatement(expression.WithoutTrivia())),
        _ => null,
    };

    private static MethodDeclarationSyntax MakeAsync(MethodDeclarationSyntax main, bool isVoid) => main
        .WithReturnType(SyntaxFactory.ParseTypeName(isVoid ? "System.Threading.Tasks.Task" : "System.Threading.Tasks.Task<int>").WithTriviaFrom(main.ReturnType))
        .WithModifiers(main.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
}
