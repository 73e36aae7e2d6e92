using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>One type of a compilation: how it is written, what it holds, what is wrong with it itself.</summary>
internal sealed class PayloadNode(ITypeSymbol type, CodecModel? codec, IReadOnlyList<PayloadEdge> edges, IReadOnlyList<PayloadProblem> problems)
{
    public ITypeSymbol Type { get; } = type;

    public string Text { get; } = type.ToDisplayString(TypeNames.Short);

    /// <summary>Null where there is a problem, or where the type does not exist, which the compiler reports.</summary>
    public CodecModel? Codec { get; } = codec;

    public IReadOnlyList<PayloadEdge> Edges { get; } = edges;

    /// <summary>With paths that begin at this type.</summary>
    public IReadOnlyList<PayloadProblem> Problems { get; } = problems;
}
