using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Edges;

/// <summary>The types of an edge as text, and what fits where.</summary>
internal sealed class EdgeTypes
{
    private readonly CSharpCompilation _compilation;
    private readonly SymbolDisplayFormat _format;
    private readonly ImmutableArray<IParameterSymbol> _parameters;

    public EdgeTypes(Edge edge, Compilation compilation)
    {
        _compilation = (CSharpCompilation)compilation;
        var (from, to) = edge.IsSequence ? (edge.Left.Yields, edge.Right.Takes) : (edge.Left.Takes, edge.Right.Takes);
        _format = from.ToDisplayString(TypeNames.Short) == to.ToDisplayString(TypeNames.Short) ? TypeNames.Namespace : TypeNames.Short;
        _parameters = InputsOf(edge.Right.Task);
        Yields = TextOf(from);
        Takes = TextOf(to);
        Signature = _parameters.Length == edge.Taken.Length && _parameters.Length > 1
            ? $"({string.Join(", ", _parameters.Select(parameter => $"{TextOf(parameter.Type)} {parameter.Name}"))})"
            : Takes;
    }

    /// <summary>What goes in: what the left side yields; of <c>|</c>, what it takes.</summary>
    public string Yields { get; }

    /// <summary>What the right side takes.</summary>
    public string Takes { get; }

    /// <summary>What the right side takes, with the names of a task's parameters.</summary>
    public string Signature { get; }

    public string TextOf(ITypeSymbol type) => type.ToDisplayString(_format);

    public string ParameterAt(int index) => index < _parameters.Length ? $"'{_parameters[index].Name}'" : $"parameter {index + 1}";

    /// <summary>Whether an edge passes the one as the other: itself, or what it is derived from.</summary>
    public bool Fits(ITypeSymbol from, ITypeSymbol to) =>
        _compilation.ClassifyConversion(from, to) is { IsImplicit: true } conversion && (conversion.IsIdentity || conversion.IsReference);

    /// <summary>Whether C# converts where an edge does not.</summary>
    public bool Converts(ITypeSymbol from, ITypeSymbol to) => _compilation.ClassifyConversion(from, to).IsImplicit && !Fits(from, to);

    /// <summary>The element of what <c>ForEach</c> takes: a list or an array.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType
        : IsList(type) ? ((INamedTypeSymbol)type).TypeArguments[0]
        : (type.AllInterfaces.FirstOrDefault(IsList) as INamedTypeSymbol)?.TypeArguments[0];

    /// <summary>Which branch goes to each parameter; default where there is no such order.</summary>
    public ImmutableArray<int> OrderOf(ImmutableArray<ITypeSymbol> yielded, ImmutableArray<ITypeSymbol> taken)
    {
        var order = new int[taken.Length];
        return yielded.Length == taken.Length && Assign(0) ? [.. order] : default;

        bool Assign(int parameter)
        {
            for (var branch = 0; parameter < taken.Length && branch < yielded.Length; branch++)
            {
                if (Array.IndexOf(order, branch, 0, parameter) < 0 && Fits(yielded[branch], taken[parameter]))
                {
                    order[parameter] = branch;
                    if (Assign(parameter + 1))
                    {
                        return true;
                    }
                }
            }

            return parameter == taken.Length;
        }
    }

    private static bool IsList(ITypeSymbol type) => type.Is("System.Collections.Generic", "IReadOnlyList", 1);

    private ImmutableArray<IParameterSymbol> InputsOf(IMethodSymbol? task)
    {
        var texts = TypeTexts.Of(_compilation);
        return task is null ? [] : [.. task.Parameters.Where(parameter => ParameterReader.Read(parameter, texts, new ProblemList()) is { IsInput: true })];
    }
}
