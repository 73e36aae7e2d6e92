using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>What is found while a member is read, with all that it calls.</summary>
internal sealed class FlowNotes
{
    private const int MaxCalls = 2_000;

    private readonly List<FlowTerm> _roots = [];
    private readonly HashSet<FlowTerm> _used = [];
    private int _calls;

    /// <summary>The static member whose initializer is read; those after it are null.</summary>
    public ISymbol? Initializing { get; init; }

    public List<FlowProblem> Problems { get; } = [];

    /// <summary>How many choices surround what is read now.</summary>
    public int Choices { get; set; }

    /// <summary>Flows that are part of no other one.</summary>
    public IEnumerable<FlowTerm> Roots => _roots.Where(root => !_used.Contains(root));

    public void AddRoot(object? value)
    {
        if (value is FlowTerm { Kind: not (FlowTermKind.Unknown or FlowTermKind.Null or FlowTermKind.Task) } term && (term.Kind != FlowTermKind.Mention || term.IsCall))
        {
            _roots.Add(term);
        }
    }

    public void Use(FlowTerm term)
    {
        _used.Add(term);
        _used.Add(term.Inner);
    }

    /// <summary>Takes a flow back that nothing is known to be made of: it is judged by itself.</summary>
    public void Release(FlowTerm term)
    {
        _used.Remove(term);
        _used.Remove(term.Inner);
        AddRoot(term);
    }

    /// <summary>Whether one more member may be followed: flows that double themselves grow without bounds.</summary>
    public bool MayCall() => ++_calls <= MaxCalls;
}
