using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>The flows of a compilation, each member read once however often it is mentioned.</summary>
internal sealed class FlowProject
{
    private static readonly HashSet<(string, SyntaxNode)> None = [];

    private readonly object _gate = new();
    private readonly FlowBodies _bodies;
    private readonly TasksElsewhere _elsewhere;
    private readonly HashSet<ISymbol> _beingRead = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, object?> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<(string, SyntaxNode)>> _problems = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<(ISymbol Member, Site Site)>> _reads = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, bool> _refused = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IPropertySymbol, TaskMention?> _nodes = new(SymbolEqualityComparer.Default);
    private int _reentered;

    public FlowProject(Compilation compilation, CancellationToken ct)
    {
        _bodies = new FlowBodies(compilation, ct);
        _elsewhere = new TasksElsewhere(compilation, _bodies.SemanticsOf, ct);
        Order = new InitializationOrder(compilation);
    }

    public InitializationOrder Order { get; }

    /// <summary>The member that code belongs to, as others mention it.</summary>
    public static ISymbol MemberOf(ISymbol owner) => owner is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? property : owner;

    /// <summary>What is wrong with the flows that a member makes, apart from what is wrong with those that it mentions.</summary>
    public IReadOnlyList<Diagnostic> Judge(ISymbol owner, IReadOnlyList<IOperation> code)
    {
        var member = MemberOf(owner);
        if (code.Count == 1)
        {
            _bodies.Keep(member, code[0]);
        }

        _bodies.Prepare(code);
        lock (_gate)
        {
            return [.. Find(member, code).Select(problem => problem.In(member)).OfType<Diagnostic>()];
        }
    }

    /// <inheritdoc cref="FlowBodies.Of"/>
    public IOperation? BodyOf(ISymbol member) => _bodies.Of(member);

    /// <summary>What a static member holds once it is initialized.</summary>
    public object? ValueOf(ISymbol member)
    {
        if (_values.TryGetValue(member, out var value))
        {
            return value;
        }

        if (!_beingRead.Add(member))
        {
            // Initializers that need each other: what each of them yields depends on which one is first.
            _reentered = _beingRead.Count;
            return null;
        }

        var notes = new FlowNotes { Initializing = member };
        value = BodyOf(member) is { } code ? new FlowReader(this, member, notes).Read([code]) : null;
        _reads[member] = notes.Reads;
        _beingRead.Remove(member);
        if (_reentered > 0)
        {
            value = null;
            _reentered = _beingRead.Count;
        }

        return _values[member] = value;
    }

    /// <summary>The static flows that a static member needs for its own initialization.</summary>
    public IReadOnlyList<(ISymbol Member, Site Site)> ReadsOf(ISymbol member)
    {
        ValueOf(member);
        return _reads.TryGetValue(member, out var reads) ? reads : [];
    }

    public TaskMention? NodeOf(IPropertySymbol property)
    {
        if (!_nodes.TryGetValue(property, out var node))
        {
            _nodes[property] = node = FlowSymbols.Node(property);
        }

        return node;
    }

    /// <inheritdoc cref="FlowSymbols.IsRefused"/>
    public bool IsRefused(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!_refused.TryGetValue(definition, out var isRefused))
        {
            _refused[definition] = isRefused = FlowSymbols.IsRefused(definition);
        }

        return isRefused;
    }

    private List<FlowProblem> Find(ISymbol member, IReadOnlyList<IOperation> code)
    {
        var notes = new FlowNotes { Initializing = InitializationOrder.IsInitialized(member) ? member : null };
        new FlowReader(this, member, notes).Read(code);
        if (notes.Initializing is not null)
        {
            notes.Problems.AddRange(InitializationCycle.Find(this, member, notes.Reads));
        }

        foreach (var root in notes.Roots)
        {
            FlowGraph.Check(root, notes.Problems);
            _elsewhere.Check(root, notes.Problems);
        }

        var known = new HashSet<(string, SyntaxNode)>();
        return [.. notes.Problems.Where(problem => known.Add(problem.Key) && !IsReportedElsewhere(problem, member))];
    }

    private bool IsReportedElsewhere(FlowProblem problem, ISymbol member)
    {
        for (var site = problem.Primary; site is not null; site = site.Outer)
        {
            if (!SymbolEqualityComparer.Default.Equals(site.Body, member) && KeysOf(site.Body).Contains(problem.Key))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<(string, SyntaxNode)> KeysOf(ISymbol member)
    {
        if (!_problems.TryGetValue(member, out var keys))
        {
            _problems[member] = None;
            keys = BodyOf(member) is { } code ? [.. Find(member, [code]).Select(static problem => problem.Key)] : None;
            _problems[member] = keys;
        }

        return keys;
    }
}
