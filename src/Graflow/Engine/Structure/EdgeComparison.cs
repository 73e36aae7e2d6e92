namespace Graflow.Engine;

/// <summary>Follows the edges of two plans backwards, from their ends and from the tasks that both have, and tells where they part.</summary>
internal sealed class EdgeComparison
{
    private readonly SectionView _before;
    private readonly SectionView _now;
    private readonly List<string> _changes;
    private readonly int[] _was;
    private readonly int[] _is;
    private readonly Queue<(int Before, int Now, string Reader)> _pairs = new();
    private readonly HashSet<(int, int)> _seen = [];

    internal EdgeComparison(SectionView before, SectionView now, List<string> changes)
    {
        (_before, _now, _changes) = (before, now, changes);
        var classes = new StepClasses();
        (_was, _is) = (classes.Of(before), classes.Of(now));
    }

    /// <param name="bodies">Gets the plans of <c>ForEach</c> bodies that stand in for each other.</param>
    internal void Run(Queue<(int Recorded, int Present)> bodies)
    {
        foreach (var (task, index) in _before.Tasks)
        {
            if (_now.Tasks.TryGetValue(task, out var other))
            {
                CompareTask(task, index, other);
            }
        }

        _pairs.Enqueue((_before.Output, _now.Output, "the flow's end"));
        while (_pairs.TryDequeue(out var pair))
        {
            if (_was[pair.Before] != _is[pair.Now] && _seen.Add((pair.Before, pair.Now)))
            {
                CompareSteps(pair.Before, pair.Now, pair.Reader);
            }
        }

        PairBodies(bodies);
    }

    private void CompareTask(string task, int before, int now)
    {
        var (was, vertex) = (_before.Vertices[before], _now.Vertices[now]);
        if (was.Values.Count != vertex.Values.Count)
        {
            _changes.Add($"edge moved: {task} took {(was.Values.Count == 0 ? "nothing" : _before.LabelOf(was.Values[0]))} and takes {(vertex.Values.Count == 0 ? "nothing" : _now.LabelOf(vertex.Values[0]))}");
        }
        else if (was.Values.Count > 0)
        {
            _pairs.Enqueue((was.Values[0], vertex.Values[0], task));
        }

        CompareOrders(task, was, vertex);
    }

    private void CompareOrders(string task, VertexStructure was, VertexStructure vertex)
    {
        var (before, now) = (was.Orders.ToLookup(order => _was[order]), vertex.Orders.ToLookup(order => _is[order]));
        var lost = was.Orders.Where(order => !now.Contains(_was[order])).ToArray();
        var added = vertex.Orders.Where(order => !before.Contains(_is[order])).ToArray();
        if (lost is [var one] && added is [var other])
        {
            _pairs.Enqueue((one, other, task));
            return;
        }

        _changes.AddRange(lost.Select(order => $"edge removed: {task} ran after {_before.LabelOf(order)}"));
        _changes.AddRange(added.Select(order => $"edge added: {task} runs after {_now.LabelOf(order)}"));
    }

    private void CompareSteps(int before, int now, string reader)
    {
        var (was, vertex) = (_before.Vertices[before], _now.Vertices[now]);
        if (was.Kind != vertex.Kind || was.IsTask)
        {
            // Where one task took the place of another, that is what was said of the two already.
            if (!was.IsTask || !vertex.IsTask || _now.Tasks.ContainsKey(was.Name) || _before.Tasks.ContainsKey(vertex.Name))
            {
                _changes.Add($"edge moved: {reader} came after {_before.LabelOf(before)} and comes after {_now.LabelOf(now)}");
            }

            return;
        }

        if (was.Name != vertex.Name && was.IsKnownByName)
        {
            _changes.Add($"name changed: {_before.LabelOf(before)} is called {_now.LabelOf(now)}");
        }

        if (was.Rule != vertex.Rule)
        {
            _changes.Add($"policy changed: {_now.LabelOf(now)} had {was.Rule} and has {vertex.Rule}");
        }

        CompareValues(before, now);
        if (was.IsOrdered)
        {
            CompareOrders(reader, was, vertex);
        }
    }

    private void CompareValues(int before, int now)
    {
        var (was, vertex) = (_before.Vertices[before].Values, _now.Vertices[now].Values);
        var label = _now.LabelOf(now);
        if (was.Count == vertex.Count)
        {
            var isSame = was.Select(value => _was[value]).Order().SequenceEqual(vertex.Select(value => _is[value]).Order());
            if (isSame && was.Where((value, i) => _was[value] != _is[vertex[i]]).Any())
            {
                _changes.Add($"branches reordered: {_before.LabelOf(before)} is {label}");
                return;
            }

            for (var i = 0; i < was.Count; i++)
            {
                _pairs.Enqueue((was[i], vertex[i], label));
            }

            return;
        }

        var (lost, added) = (Without(was, _was, vertex, _is), Without(vertex, _is, was, _was));
        _changes.AddRange(lost.Select(value => $"branch removed: {_before.LabelOf(value)} from {_before.LabelOf(before)}"));
        _changes.AddRange(added.Select(value => $"branch added: {_now.LabelOf(value)} to {label}"));
    }

    /// <summary>The values that the others do not have, or have less often.</summary>
    private static List<int> Without(IReadOnlyList<int> values, int[] classes, IReadOnlyList<int> others, int[] theirs)
    {
        var counts = others.GroupBy(value => theirs[value]).ToDictionary(static group => group.Key, static group => group.Count());
        var rest = new List<int>();
        foreach (var value in values)
        {
            if (counts.TryGetValue(classes[value], out var count) && count > 0)
            {
                counts[classes[value]] = count - 1;
            }
            else
            {
                rest.Add(value);
            }
        }

        return rest;
    }

    /// <summary>Equal maps first; then, in plan order, those that the two plans do not have in common.</summary>
    private void PairBodies(Queue<(int Recorded, int Present)> bodies)
    {
        var waiting = new Dictionary<int, Queue<int>>();
        var (maps, rest) = (MapsOf(_now).ToArray(), new List<int>());
        foreach (var map in maps)
        {
            (waiting.TryGetValue(_is[map], out var queue) ? queue : waiting[_is[map]] = new Queue<int>()).Enqueue(map);
        }

        foreach (var map in MapsOf(_before))
        {
            if (waiting.TryGetValue(_was[map], out var queue) && queue.TryDequeue(out var other))
            {
                bodies.Enqueue((_before.Vertices[map].BodyIndex, _now.Vertices[other].BodyIndex));
            }
            else
            {
                rest.Add(map);
            }
        }

        foreach (var (map, other) in rest.Zip(waiting.Values.SelectMany(static queue => queue).Order()))
        {
            bodies.Enqueue((_before.Vertices[map].BodyIndex, _now.Vertices[other].BodyIndex));
        }
    }

    private static IEnumerable<int> MapsOf(SectionView view) => Enumerable.Range(0, view.Vertices.Count).Where(index => view.Vertices[index].BodyIndex >= 0);
}
