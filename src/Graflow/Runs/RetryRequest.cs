using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>A run that is to be tried again.</summary>
/// <param name="RunId">The run that has ended.</param>
/// <param name="From">The path of the task that is to run again, or of an element of a <c>ForEach</c>.</param>
/// <param name="Options">How.</param>
internal sealed record RetryRequest(string RunId, string From, RunRetryOptions Options)
{
    /// <summary>The paths of the tasks of the run that were given up, which run again instead.</summary>
    internal IReadOnlyList<string> GivenUp { get; init; } = [];

    private string TakesNoInput => $"{From} is in an element of a ForEach, which takes its input from the list before it: retry it without an input, or retry the task that makes the list.";

    /// <summary>The task in the flow.</summary>
    /// <exception cref="ArgumentException">The flow has no such task, or it is in an element.</exception>
    internal Vertex FindIn(FlowPlan plan) => Find(plan, From) ?? throw new ArgumentException(ElementIn(plan, From) is null ? Unknown(plan) : TakesNoInput);

    /// <summary>What stays of the run's records.</summary>
    /// <exception cref="ArgumentException">The flow has no such task, or the run no such element.</exception>
    internal KeptRecords KeptIn(FlowPlan plan, IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        var kept = new KeptRecords(plan);
        if (GivenUp.Count == 0)
        {
            RunAgain(kept, plan, records);
        }

        foreach (var path in GivenUp)
        {
            if (ElementIn(plan, path) is { } given)
            {
                kept.RunAgain(given.Map, given.Element);
            }
            else
            {
                kept.RunAgain((this with { From = ElementPath.Read(path).Id }).FindIn(plan));
            }
        }

        return kept;
    }

    private void RunAgain(KeptRecords kept, FlowPlan plan, IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        if (ElementIn(plan, From) is not { } given)
        {
            kept.RunAgain(FindIn(plan));
        }
        else if (records.Any(record => Begins(new RecordReader(record), given)))
        {
            kept.RunAgain(given.Map, given.Element);
        }
        else
        {
            throw new ArgumentException($"Run {RunId} has begun no {From}; runs show {RunId} tells which elements it has.");
        }
    }

    private static (MapVertex Map, int Element)? ElementIn(FlowPlan plan, string path)
    {
        var (id, element) = ElementPath.Read(path);
        return element is { } index && plan.Vertices.OfType<MapVertex>().FirstOrDefault(map => HasInside(map.Body, id)) is { } around ? (around, index) : null;
    }

    private static bool Begins(RecordReader reader, (MapVertex Map, int Element) element) =>
        reader.Kind == RecordKind.FrameOpened && reader.Number() >= 0 && reader.Key() == new VertexKey(0, element.Map.Index) && reader.Number() == element.Element;

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
            return $"{From} runs once for each element of a ForEach. Name one, such as {From}[0], or a task of the flow itself{(before.Count == 0 ? "" : $", such as {before[0]} before it")}. There are: {string.Join(", ", ids)}.";
        }

        var nearest = ids.FirstOrDefault(id => id.EndsWith($".{From}", StringComparison.OrdinalIgnoreCase) || id.Equals(From, StringComparison.OrdinalIgnoreCase)) ?? EditDistance.Nearest(From, ids);
        return nearest is null
            ? $"The flow has no task {From}. There are: {string.Join(", ", ids)}."
            : $"The flow has no task {From}. Did you mean {nearest}?";
    }
}
