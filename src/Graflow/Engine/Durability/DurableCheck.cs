namespace Graflow.Engine;

/// <summary>Refuses a flow of which a journal could not hold something, before anything of it runs or is written.</summary>
internal static class DurableCheck
{
    /// <exception cref="NotSerializableException">A task's output, the flow's input or output, a bound value, or what a signal brings has no codec; the message names whose it is, the way to the member, and what to do.</exception>
    internal static void Run(FlowPlan plan)
    {
        if (!plan.IsRecordable)
        {
            Check(plan.Structure);
            plan.IsRecordable = true;
        }
    }

    private static void Check(PlanStructure structure)
    {
        if (structure.Unknown.Count == 0)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, plan) in structure.Plans.Index())
        {
            var view = new SectionView(plan);
            for (var i = 0; i < plan.Vertices.Count; i++)
            {
                // Elements are taken from the list that they stand in, which a record holds.
                if (plan.Vertices[i] is { Output.Length: > 0 } vertex && (index == 0 || vertex.Kind != VertexKinds.Input))
                {
                    Check(structure, vertex, i, view, seen);
                }
            }
        }
    }

    private static void Check(PlanStructure structure, VertexStructure vertex, int index, SectionView view, HashSet<string> seen)
    {
        foreach (var (type, path) in TypePath.Reach(vertex.Output, structure.Types, seen))
        {
            if (structure.Unknown.TryGetValue(type, out var problem))
            {
                throw problem.Of($"{WhatOf(vertex, view.LabelOf(index))}{(path.Length > 0 ? $", at {path}," : "")} must be in a durable run's log");
            }
        }
    }

    private static string WhatOf(VertexStructure vertex, string label) => vertex.Kind switch
    {
        VertexKinds.Task => $"The output of {label}",
        VertexKinds.Input => "The flow's input",
        VertexKinds.Bind => "A bound value",
        VertexKinds.Wait => $"What the signal {label} brings",
        _ => "The flow's output",
    };
}
