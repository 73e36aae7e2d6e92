namespace Graflow.Engine;

/// <summary>What changed between the flow that a run was started with and the one that it is resumed with. Members that were appended to payloads are no change.</summary>
internal static class StructureDiff
{
    /// <exception cref="FlowChangedException">The flows differ in what a resumed run relies on.</exception>
    internal static void ThrowIfChanged(string recorded, PlanStructure present, string runId, string workflow)
    {
        if (recorded != present.Text && Of(PlanStructure.Parse(recorded), present) is { Count: > 0 } changes)
        {
            throw new FlowChangedException(runId, workflow, changes);
        }
    }

    /// <returns>A sentence for each change, tasks first; empty where a run goes on as it would have.</returns>
    internal static IReadOnlyList<string> Of(PlanStructure recorded, PlanStructure present)
    {
        var changes = new List<string>();
        if (recorded.Text == present.Text)
        {
            return changes;
        }

        var types = new TypeComparison(recorded.Types, present.Types);
        var plans = new Queue<(int Recorded, int Present)>([(0, 0)]);
        var seen = new HashSet<(int, int)>();
        while (plans.TryDequeue(out var pair))
        {
            if (seen.Add(pair))
            {
                Compare(recorded.Plans[pair.Recorded], present.Plans[pair.Present], types, changes, plans);
            }
        }

        return changes;
    }

    private static void Compare(StructureSection recorded, StructureSection present, TypeComparison types, List<string> changes, Queue<(int Recorded, int Present)> bodies)
    {
        var count = changes.Count;
        var (before, now) = (new SectionView(recorded), new SectionView(present));
        changes.AddRange(before.Tasks.Keys.Where(task => !now.Tasks.ContainsKey(task)).Select(static task => $"task removed: {task}"));
        changes.AddRange(now.Tasks.Keys.Where(task => !before.Tasks.ContainsKey(task)).Select(static task => $"task added: {task}"));
        CompareTypes(before, now, types, changes);
        new EdgeComparison(before, now, changes).Run(bodies);
        if (changes.Count == count && FirstMoved(before, now) is { } moved)
        {
            changes.Add(moved);
        }
    }

    private static void CompareTypes(SectionView before, SectionView now, TypeComparison types, List<string> changes)
    {
        foreach (var (task, index) in before.Tasks)
        {
            if (now.Tasks.TryGetValue(task, out var other))
            {
                var (was, vertex) = (before.Vertices[index], now.Vertices[other]);
                types.Compare(task, "takes", was.Input, vertex.Input, changes);
                types.Compare(task, "yields", was.Output, vertex.Output, changes);
            }
        }

        types.Compare(before.LabelOf(0), "is", before.Vertices[0].Output, now.Vertices[0].Output, changes);
        foreach (var ((label, was), (_, vertex)) in Others(before).Zip(Others(now)))
        {
            types.Compare(label, "is", was, vertex, changes);
        }

        if (before.End is { IsTask: false } end && !now.End.IsTask)
        {
            types.Compare("the flow", "yields", end.Output, now.End.Output, changes);
        }
    }

    /// <summary>Bound values, and what signals bring.</summary>
    private static IEnumerable<(string Label, string Type)> Others(SectionView view) => view.Vertices
        .Select(static (vertex, index) => (vertex, index))
        .Where(static step => step.vertex.Kind is VertexKinds.Bind or VertexKinds.Wait)
        .OrderBy(static step => step.vertex.Kind, StringComparer.Ordinal)
        .ThenBy(static step => step.vertex.Name, StringComparer.Ordinal)
        .Select(step => (view.LabelOf(step.index), step.vertex.Output));

    /// <summary>Records name vertices by their numbers: the same graph with other numbers is another flow to them.</summary>
    private static string? FirstMoved(SectionView before, SectionView now)
    {
        for (var i = 0; i < Math.Max(before.Vertices.Count, now.Vertices.Count); i++)
        {
            var (was, vertex) = (before.StepAt(i), now.StepAt(i));
            if (was != vertex)
            {
                return $"order changed: step {i} was {(was is null ? "not there" : before.LabelOf(i))} and is {(vertex is null ? "not there" : now.LabelOf(i))}; write the flow's parts in the order that they had";
            }
        }

        return null;
    }
}
