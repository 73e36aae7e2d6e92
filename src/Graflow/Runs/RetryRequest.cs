namespace Graflow.Runs;

/// <summary>A run that is to be tried again.</summary>
/// <param name="RunId">The run that has ended.</param>
/// <param name="From">The path of the task that is to run again.</param>
/// <param name="Options">How.</param>
internal sealed record RetryRequest(string RunId, string From, RunRetryOptions Options)
{
    /// <summary>The paths of the tasks of the run that were given up, which run again instead.</summary>
    internal IReadOnlyList<string> GivenUp { get; init; } = [];

    /// <summary>The task in the flow.</summary>
    /// <exception cref="ArgumentException">The flow has no such task.</exception>
    internal Vertex FindIn(FlowPlan plan) => Find(plan, From) ?? throw new ArgumentException(Unknown(plan));

    /// <summary>What stays of the run's records.</summary>
    /// <exception cref="ArgumentException">The flow has no such task.</exception>
    internal KeptRecords KeptIn(FlowPlan plan)
    {
        var kept = new KeptRecords(plan);
        if (GivenUp.Count == 0)
        {
            kept.RunAgain(FindIn(plan));
        }

        foreach (var path in GivenUp)
        {
            var (id, element) = ElementPath.Read(path);
            if (element is { } index && plan.Vertices.OfType<MapVertex>().FirstOrDefault(map => HasInside(map.Body, id)) is { } around)
            {
                kept.RunAgain(around, index);
            }
            else
            {
                kept.RunAgain((this with { From = id }).FindIn(plan));
            }
        }

        return kept;
    }

    private static Vertex? Find(FlowPlan plan, string id) => plan.Vertices.FirstOrDefault(vertex => IsTask(vertex) && vertex.Id == id);

    private static bool HasInside(FlowPlan body, string id) =>
        Find(body, id) is not null || body.Vertices.OfType<MapVertex>().Any(map => HasInside(map.Body, id));

    private static bool IsTask(Vertex vertex) => vertex is ITaskVertex or IWaitVertex;

    private string Unknown(FlowPlan plan)
    {
        var ids = plan.Vertices.Where(IsTask).Select(static vertex => vertex.Id).ToList();
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
