namespace Graflow.Plans;

/// <summary>Where in a flow an expression stands: below which <c>As</c> names and in which lane. One object for each, so that it can be a key.</summary>
internal sealed class PlanRegion(string path, int lane)
{
    private Dictionary<string, PlanRegion>? _instances;
    private Dictionary<FlowExpression, PlanRegion>? _lanes;

    /// <summary>The names given by <c>As</c>, joined.</summary>
    internal string Path { get; } = path;

    /// <summary>The plan's lane that bounds bodies here.</summary>
    internal int Lane { get; } = lane;

    internal PlanRegion Instance(string name)
    {
        _instances ??= [];
        return _instances.TryGetValue(name, out var known) ? known : _instances[name] = new PlanRegion(FlowPath.Join(Path, name), Lane);
    }

    /// <param name="owner">The expression that has an execution of its own.</param>
    /// <param name="addLane">Makes a new lane inside this region's.</param>
    internal PlanRegion WithLane(FlowExpression owner, Func<int, int> addLane)
    {
        _lanes ??= [];
        return _lanes.TryGetValue(owner, out var known) ? known : _lanes[owner] = new PlanRegion(Path, addLane(Lane));
    }
}
