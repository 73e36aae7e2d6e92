using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Bodies;

/// <summary>Code that holds its thread until a task has ended.</summary>
/// <param name="Syntax">All of it.</param>
/// <param name="Awaited">What to await instead.</param>
/// <param name="Text">As a person calls it.</param>
internal sealed record BlockingCall(ExpressionSyntax Syntax, ExpressionSyntax Awaited, string Text)
{
    private const string Namespace = "System.Threading.Tasks";

    /// <summary>Whether the task was awaited before, or its state asked for: then its result is there.</summary>
    public bool IsKnownToHaveEnded
    {
        get
        {
            if (Awaited is not IdentifierNameSyntax { Identifier.ValueText: var name } || Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            {
                return false;
            }

            return method.DescendantNodes().TakeWhile(node => node.SpanStart < Syntax.SpanStart).OfType<IdentifierNameSyntax>().Any(use =>
                use.Identifier.ValueText == name
                && (use.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not null || use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "Status" }));
        }
    }

    public static bool MayBe(MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText is "Result" or "Wait" or "GetResult" or "WaitAll" or "WaitAny";

    /// <returns>Null where it is something else of that name.</returns>
    public static BlockingCall? Read(MemberAccessExpressionSyntax access, SemanticModel semantics, CancellationToken ct)
    {
        var (name, call) = (access.Name.Identifier.ValueText, access.Parent as InvocationExpressionSyntax);
        switch (name)
        {
            case "Result" when IsTask(access.Expression):
                return new BlockingCall(access, access.Expression, ".Result");
            case "Wait" when call is { ArgumentList.Arguments.Count: 0 } && IsTask(access.Expression):
                return new BlockingCall(call, access.Expression, ".Wait()");
            case "GetResult" when call is not null && access.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } source } && IsTask(source.Expression):
                return new BlockingCall(call, source.Expression, ".GetAwaiter().GetResult()");
            case "WaitAll" or "WaitAny" when call is not null && semantics.GetSymbolInfo(call, ct).Symbol is IMethodSymbol method && method.ContainingType.Is(Namespace, "Task"):
                var whenAll = access.WithName(SyntaxFactory.IdentifierName(name == "WaitAll" ? "WhenAll" : "WhenAny"));
                return new BlockingCall(call, call.WithExpression(whenAll), $"Task.{name}");
            default:
                return null;
        }

        bool IsTask(ExpressionSyntax expression)
        {
            var type = semantics.GetTypeInfo(expression, ct).Type;
            return type.Is(Namespace, "Task") || type.Is(Namespace, "Task", 1) || type.Is(Namespace, "ValueTask") || type.Is(Namespace, "ValueTask", 1);
        }
    }
}
