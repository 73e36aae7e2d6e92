namespace Graflow.Generators.Flows;

/// <summary>Where in a flow a term stands: below which <c>As</c> names and in which execution. One object for each, so that it can be a key.</summary>
internal sealed class FlowRegion(string path, FlowTerm? lane)
{
    private Dictionary<string, FlowRegion>? _instances;
    private Dictionary<FlowTerm, FlowRegion>? _lanes;

    public string Path { get; } = path;

    /// <summary>The term whose execution bounds bodies here; null for the run's.</summary>
    public FlowTerm? Lane { get; } = lane;

    /// <summary>The region whose execution this one's is nested in; executions of one term in two regions are two.</summary>
    private FlowRegion? Parent { get; init; }

    public FlowRegion Instance(string name)
    {
        _instances ??= new Dictionary<string, FlowRegion>(StringComparer.Ordinal);
        return _instances.TryGetValue(name, out var known) ? known : _instances[name] = new FlowRegion(FlowText.Join(Path, name), Lane) { Parent = Parent };
    }

    public FlowRegion WithLane(FlowTerm owner)
    {
        _lanes ??= [];
        return _lanes.TryGetValue(owner, out var known) ? known : _lanes[owner] = new FlowRegion(Path, owner) { Parent = this };
    }

    public bool SharesLaneWith(FlowRegion other) => ReferenceEquals(Lane, other.Lane) && ReferenceEquals(Parent, other.Parent);
}
