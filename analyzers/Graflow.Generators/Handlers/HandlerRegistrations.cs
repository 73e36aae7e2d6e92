using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Handlers;

/// <summary>The calls of <c>Handlers.Add</c> and <c>Handlers.AddDocker</c> in a compilation.</summary>
/// <param name="Names">The constant names that they give.</param>
/// <param name="AreConstant">Whether all of them give one, or leave it to the handler's class; and nobody takes <c>Add</c> as a delegate.</param>
/// <param name="Containers">The names among them whose bodies run in containers.</param>
internal sealed record HandlerRegistrations(IReadOnlyCollection<string> Names, bool AreConstant, IReadOnlyCollection<string> Containers)
{
    private const string Add = "Add";
    private const string AddDocker = "AddDocker";

    public static HandlerRegistrations Find(Compilation compilation, CancellationToken ct)
    {
        var (names, containers, areConstant) = (new List<string>(), new List<string>(), true);
        foreach (var tree in compilation.SyntaxTrees.Where(static tree => !GeneratedTree.Contains(tree)))
        {
            SemanticModel? semantics = null;
            foreach (var access in tree.GetRoot(ct).DescendantNodes().OfType<SimpleNameSyntax>().Where(static name => name.Identifier.ValueText is Add or AddDocker && name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
            {
                semantics ??= compilation.GetSemanticModel(tree);
                if (semantics.GetSymbolInfo(access, ct).Symbol is IMethodSymbol method && method.ContainingType.Is("Graflow", "HandlerCollection"))
                {
                    areConstant &= method.Parameters.Length == 1 || AddConstant(access, semantics, method.Name == AddDocker ? containers : names, ct);
                }
            }
        }

        return new HandlerRegistrations([.. names, .. containers], areConstant, containers);
    }

    private static bool AddConstant(SimpleNameSyntax access, SemanticModel semantics, List<string> names, CancellationToken ct)
    {
        if (access.Parent?.Parent is InvocationExpressionSyntax call
            && call.ArgumentList.Arguments.FirstOrDefault(static argument => argument.NameColon is null or { Name.Identifier.ValueText: "name" }) is { } argument
            && semantics.GetConstantValue(argument.Expression, ct) is { HasValue: true, Value: string name })
        {
            names.Add(name);
            return true;
        }

        return false;
    }
}
