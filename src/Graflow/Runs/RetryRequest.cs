namespace Graflow.Runs;

/// <summary>A run that is to be tried again.</summary>
/// <param name="RunId">The run that has ended.</param>
/// <param name="From">The path of the task that is to run again.</param>
/// <param name="Options">How.</param>
internal sealed record RetryRequest(string RunId, string From, RunRetryOptions Options)
{
    /// <summary>Whether a task inside a <c>ForEach</c> means that all of its elements run again.</summary>
    internal bool BeginsAtMaps { get; init; }

    /// <summary>The task in the flow.</summary>
    /// <exception cref="ArgumentException">The flow has no such task.</exception>
    internal Vertex FindIn(FlowPlan plan)
    {
        if (BeginsAtMaps && plan.Vertices.OfType<MapVertex>().FirstOrDefault(map => HasInside(map.Body)) is { } around)
        {
            return around;
        }

        var ids = plan.Vertices.Where(IsTask).Select(static vertex => vertex.Id).ToList();
        return plan.Vertices.FirstOrDefault(vertex => IsTask(vertex) && vertex.Id == From) ?? throw new ArgumentException(Unknown(plan, ids));
    }

    private bool HasInside(FlowPlan body) =>
        body.Vertices.Any(vertex => (IsTask(vertex) && vertex.Id == From) || (vertex is MapVertex map && HasInside(map.Body)));

    private static bool IsTask(Vertex vertex) => vertex is ITaskVertex or IWaitVertex;

    private string Unknown(FlowPlan plan, List<string> ids)
    {
        if (plan.Vertices.OfType<MapVertex>().FirstOrDefault(map => map.Body.TaskIds.Contains(From)) is { } outer)
        {
            var before = outer.Inputs.Select(input => plan.Vertices[input].Id).Where(ids.Contains).ToList();
            return $"{From} runs once for each element of a ForEach, and a retry begins at a task of the flow itself{(before.Count == 0 ? "" : $", such as {before[0]} before it")}. There are: {string.Join(", ", ids)}.";
        }

        var nearest = ids.FirstOrDefault(id => id.EndsWith($".{From}", StringComparison.OrdinalIgnoreCase) || id.Equals(From, StringComparison.OrdinalIgnoreCase)) ?? EditDistance.Nearest(From, ids);
        return nearest is null
            ? $"The flow has no task {From}. There are: {string.Join(", ", ids)}."
            : $"The flow has no task {From}. Did you mean {nearest}?";
    }
}
