using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>What is found while a member is read, with all that it calls.</summary>
internal sealed class FlowNotes
{
    private const int MaxCalls = 2_000;

    private readonly List<FlowTerm> _roots = [];
    private readonly HashSet<FlowTerm> _known = [];
    private int _calls;

    /// <summary>The static member whose initializer is read; those after it are null.</summary>
    public ISymbol? Initializing { get; init; }

    public List<FlowProblem> Problems { get; } = [];

    /// <summary>Static members whose values are surely needed.</summary>
    public List<(ISymbol Member, Site Site)> Reads { get; } = [];

    /// <summary>How many choices surround what is read now.</summary>
    public int Choices { get; set; }

    /// <summary>Flows that leave the member, or the library's hands: returned, assigned, passed to something.</summary>
    public IReadOnlyList<FlowTerm> Roots => _roots;

    public void AddRoot(object? value)
    {
        var term = value as FlowTerm;
        while (term is { IsLocal: true })
        {
            term = term.Operands[0];
        }

        if (term is { Kind: not (FlowTermKind.Unknown or FlowTermKind.Null or FlowTermKind.Task) } && (term.Kind != FlowTermKind.Mention || term.IsCall) && _known.Add(term))
        {
            _roots.Add(term);
        }
    }

    /// <summary>Whether one more member may be followed: flows that double themselves grow without bounds.</summary>
    public bool MayCall() => ++_calls <= MaxCalls;
}
