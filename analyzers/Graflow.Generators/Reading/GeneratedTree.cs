using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Knows this generator's own output, which the analyzer sees and the generator does not: both must judge the same code.</summary>
internal static class GeneratedTree
{
    public static bool Contains(SyntaxTree? tree) =>
        tree is not null && tree.FilePath.Contains(typeof(GraflowGenerator).FullName);

    public static bool IsOnlyIn(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(static reference => Contains(reference.SyntaxTree));
}
