using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>One type of a compilation: how it is written, what it holds, what is wrong with it itself.</summary>
internal sealed class PayloadNode(ITypeSymbol type, string text, CodecModel? codec, IReadOnlyList<PayloadEdge> edges, IReadOnlyList<PayloadProblem> problems)
{
    public PayloadNode(ITypeSymbol type, CodecModel? codec, IReadOnlyList<PayloadEdge> edges, IReadOnlyList<PayloadProblem> problems)
        : this(type, type.ToDisplayString(TypeNames.Short), codec, edges, problems)
    {
    }

    public PayloadNode(ITypeSymbol type, string text, PayloadProblem problem)
        : this(type, text, null, [], [problem])
    {
    }

    public ITypeSymbol Type { get; } = type;

    public string Text { get; } = text;

    /// <summary>Null where there is a problem, or where the type does not exist, which the compiler reports.</summary>
    public CodecModel? Codec { get; } = codec;

    public IReadOnlyList<PayloadEdge> Edges { get; } = edges;

    /// <summary>With paths that begin at this type.</summary>
    public IReadOnlyList<PayloadProblem> Problems { get; } = problems;
}
