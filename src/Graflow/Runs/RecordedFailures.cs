using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>What failed in a run so that the run could not succeed: a new run that remembered it would fail at once. Failures that a policy, a <c>Try</c> or an <c>OrElse</c> took are none of it.</summary>
internal sealed class RecordedFailures
{
    private readonly FlowPlan _plan;
    private readonly Dictionary<int, bool> _hasFailed = [];
    private readonly Dictionary<int, HashSet<int>> _failedElements = [];
    private readonly Dictionary<int, (int Map, int Index)> _elements = [];
    private readonly HashSet<int> _sideTasks = [];
    private readonly HashSet<int> _failedFrames = [];
    private readonly HashSet<int> _found = [];

    private RecordedFailures(FlowPlan plan) => _plan = plan;

    /// <summary>The tasks, waits, groups and time limits of the flow itself.</summary>
    internal List<Vertex> Vertices { get; } = [];

    /// <summary>The elements of each <c>ForEach</c>.</summary>
    internal List<(MapVertex Map, IReadOnlyCollection<int> Elements)> Maps { get; } = [];

    /// <summary>The frames of the side tasks of the flow itself.</summary>
    internal IReadOnlyCollection<int> SideTasks { get; private set; } = [];

    /// <param name="plan">The plan of the run's flow.</param>
    /// <param name="records">All records of the run that has ended.</param>
    internal static RecordedFailures Of(FlowPlan plan, IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        RecordedFailures failures = new(plan);
        if (new RecordReader(records[^1]).Kind != RecordKind.RunSucceeded)
        {
            failures.Read(records);
            failures.Find();
        }

        return failures;
    }

    private void Read(IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        foreach (var record in records.Skip(1))
        {
            var reader = new RecordReader(record);
            switch (reader.Kind)
            {
                case RecordKind.TaskSucceeded:
                    var success = SuccessParts.Read(ref reader);
                    Settle(success.Task, hasFailed: false);
                    Open(success.Effects);
                    break;
                case RecordKind.TaskContinued:
                    Open(ContinuationParts.Read(ref reader).Effects);
                    break;
                case RecordKind.TaskFailed:
                    if (FailureParts.Read(ref reader) is { IsFinal: true, Task: var failed })
                    {
                        Settle(failed, hasFailed: true);
                    }

                    break;
                case RecordKind.GroupSettled:
                    SettleGroup(GroupParts.Read(ref reader));
                    break;
                case RecordKind.LimitExpired:
                    var limit = reader.Key();
                    // A delay that is over has its value.
                    Settle(limit, hasFailed: limit.Frame != 0 || _plan.Vertices[limit.Vertex] is not IWaitVertex);
                    break;
                case RecordKind.RaceDecided:
                    Settle(reader.Key(), hasFailed: false);
                    break;
                case RecordKind.FrameOpened:
                    var (frame, map, element) = (reader.Number(), reader.Key(), reader.Number());
                    if (map.Frame == 0)
                    {
                        _elements[frame] = (map.Vertex, element);
                    }

                    break;
            }
        }
    }

    private void SettleGroup(GroupParts settled)
    {
        Settle(settled.Group, settled.HasFailed);
        if (settled is { Group: { Frame: 0, Vertex: var map }, HasFailed: true, Failed.Count: > 0 } && _plan.Vertices[map] is MapVertex)
        {
            ElementsOf(map).UnionWith(settled.Failed);
        }
    }

    private void Settle(VertexKey key, bool hasFailed)
    {
        if (key.Frame == 0)
        {
            _hasFailed[key.Vertex] = hasFailed;
        }
        else if (hasFailed)
        {
            _failedFrames.Add(key.Frame);
        }
    }

    private void Open(EffectParts effects) => _sideTasks.UnionWith(effects.SideTasks.Where(static task => task.Scope == 0).Select(static task => task.Frame));

    private void Find()
    {
        // A run may end before a ForEach does of which an element has failed.
        foreach (var (map, element) in _failedFrames.Where(_elements.ContainsKey).Select(frame => _elements[frame]).Where(element => !_hasFailed.ContainsKey(element.Map)).ToList())
        {
            ElementsOf(map).Add(element);
        }

        var recorded = _hasFailed.Keys.ToHashSet();
        foreach (var vertex in _plan.Vertices)
        {
            _hasFailed.TryAdd(vertex.Index, _failedElements.ContainsKey(vertex.Index) || Follows(vertex));
        }

        Visit(_plan.Output, recorded);
        SideTasks = [.. _sideTasks.Intersect(_failedFrames)];
    }

    /// <summary>Whether a vertex that no record tells of has no value because of those before it.</summary>
    private bool Follows(Vertex vertex)
    {
        var inputs = vertex.Inputs.Where(input => input != vertex.RegionInput);
        return (vertex.RegionInput >= 0 && _hasFailed[vertex.RegionInput])
            || (vertex.NeedsAllInputs ? inputs.Any(HasFailed) : vertex.Inputs.Length > 0 && inputs.All(HasFailed));
    }

    private bool HasFailed(int vertex) => _hasFailed[vertex];

    private void Visit(int output, HashSet<int> recorded)
    {
        var open = new Stack<int>([output]);
        while (open.TryPop(out var index))
        {
            if (!_hasFailed[index] || !_found.Add(index))
            {
                continue;
            }

            var vertex = _plan.Vertices[index];
            if (_failedElements.TryGetValue(index, out var elements))
            {
                Maps.Add(((MapVertex)vertex, elements));
                continue;
            }

            if (recorded.Contains(index))
            {
                Vertices.Add(vertex);
            }

            Array.ForEach(vertex.Inputs, open.Push);
        }
    }

    private HashSet<int> ElementsOf(int map)
    {
        if (!_failedElements.TryGetValue(map, out var elements))
        {
            _failedElements.Add(map, elements = []);
        }

        return elements;
    }
}
