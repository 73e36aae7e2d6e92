namespace Graflow.Generators.Flows;

/// <summary>A vertex of the plan that the flow would have.</summary>
internal sealed class FlowVertex(int index, FlowStep? step, string suffix)
{
    public int Index { get; } = index;

    /// <summary>What made it; null for the flow's input.</summary>
    public FlowStep? Step { get; } = step;

    /// <summary>What was done to the term's source, such as <c>.Select</c>.</summary>
    public string Suffix { get; } = suffix;

    public List<int> Inputs { get; } = [];

    /// <summary>Where inputs were added after the first mention.</summary>
    public Dictionary<int, Site> Places { get; } = [];

    public bool HasProblem { get; set; }

    public TaskMention? Task => Step?.Term.Task;

    public bool IsUnknown => Step?.Term.Kind == FlowTermKind.Unknown;

    public Site? Site => Step?.Term.Site.Below(Step.Mention);

    public string Id => Step is null ? "the flow's input" : FlowText.Join(Step.Region.Path, Task?.FullName ?? FlowText.VertexName(Step.Term, Suffix));
}
