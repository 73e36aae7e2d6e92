using Graflow.Generators.Diagnostics;

namespace Graflow.Generators.Flows;

/// <summary>
/// Judges a flow by the rules of the library's PlanCompiler, in its order: every task becomes one vertex, however often it is mentioned. What is unknown is a vertex
/// of which nothing is said, so that only what is certain is reported; each vertex is reported at most once.
/// </summary>
internal sealed partial class FlowGraph
{
    /// <summary>Flows whose instances double at each step have more vertices than anybody can wait for; of what is beyond the limit nothing is said.</summary>
    private const int MaxSteps = 20_000;

    private readonly List<FlowVertex> _vertices = [];
    private readonly Dictionary<(FlowTerm Term, FlowRegion Region, int Input), int> _outputs = [];
    private readonly Dictionary<(string Id, string Path), int> _tasks = [];
    private readonly FlowRegion _whole;
    private readonly List<FlowProblem> _problems;
    private int _steps;

    private FlowGraph(string path, List<FlowProblem> problems, int steps)
    {
        _whole = new FlowRegion(path, lane: null);
        _problems = problems;
        _steps = steps;
    }

    public static void Check(FlowTerm flow, List<FlowProblem> problems) => Check(flow, "", mention: null, problems, steps: 0);

    /// <returns>How many steps were taken, those before included.</returns>
    private static int Check(FlowTerm flow, string path, Site? mention, List<FlowProblem> problems, int steps)
    {
        var graph = new FlowGraph(path, problems, steps);
        graph._vertices.Add(new FlowVertex(0, step: null, suffix: ""));
        graph.Evaluate(flow, mention);
        graph.CheckOrder();
        return graph._steps;
    }

    private void Evaluate(FlowTerm root, Site? mention)
    {
        var steps = new Stack<FlowStep>();
        steps.Push(new FlowStep(root, _whole, input: 0, mention));
        while (true)
        {
            var step = steps.Peek();
            if (!_outputs.TryGetValue(step.Key, out var output))
            {
                if (++_steps > MaxSteps)
                {
                    return;
                }

                if (Advance(step) is { } operand)
                {
                    steps.Push(operand);
                    continue;
                }

                output = step.Output;
                _outputs[step.Key] = output;
            }

            steps.Pop();
            if (steps.Count == 0)
            {
                return;
            }

            steps.Peek().Results.Add(output);
        }
    }

    private int Add(FlowStep step, string suffix, params int[] inputs)
    {
        var vertex = new FlowVertex(_vertices.Count, step, suffix);
        vertex.Inputs.AddRange(inputs);
        _vertices.Add(vertex);
        return vertex.Index;
    }

    /// <summary>Finds the cycles that only orders make.</summary>
    private void CheckOrder()
    {
        foreach (var vertex in _vertices)
        {
            foreach (var input in vertex.Inputs)
            {
                if (input > vertex.Index && !vertex.HasProblem && FindPath(input, vertex.Index) is { } path)
                {
                    ReportCycle(path, vertex.Places.TryGetValue(input, out var place) ? place : vertex.Site!, vertex);
                    return;
                }
            }
        }
    }

    private void ReportCycle(List<int> path, Site place, FlowVertex vertex)
    {
        vertex.HasProblem = true;
        var names = new List<string>();
        foreach (var step in path.Select(index => _vertices[index]).Where(static step => step.Task is not null || step.IsUnknown))
        {
            names.Add(step.Task is null ? "…" : step.Id);
        }

        names.Add(names[0]);
        var others = path.Select(index => _vertices[index]).Where(step => step.Task is not null && step != vertex).Select(static step => step.Site!);
        _problems.Add(new FlowProblem(FlowRules.Cycle, FlowWords.Cycle(names), place, [.. others.Append(vertex.Site!).Where(site => site.Syntax != place.Syntax)]));
    }

    /// <summary>Walks from a vertex to its inputs until it meets another one.</summary>
    /// <returns>The way from <paramref name="to"/>, downstream, to <paramref name="from"/>; null when there is none.</returns>
    private List<int>? FindPath(int from, int to)
    {
        var cameFrom = new Dictionary<int, int> { [from] = -1 };
        var open = new Stack<int>([from]);
        while (open.Count > 0)
        {
            var index = open.Pop();
            if (index == to)
            {
                var path = new List<int>();
                for (var i = to; i >= 0; i = cameFrom[i])
                {
                    path.Add(i);
                }

                return path;
            }

            foreach (var input in _vertices[index].Inputs)
            {
                if (!cameFrom.ContainsKey(input))
                {
                    cameFrom.Add(input, index);
                    open.Push(input);
                }
            }
        }

        return null;
    }
}
