namespace Graflow.Pictures;

/// <summary>
/// Draws an expression. Every task is one vertex, as in the plan, but groups stay visible as boxes. Each expression is an iterator that asks for its operands;
/// the iterators stand on a stack of their own, because flows may nest deeper than the thread's.
/// </summary>
internal sealed partial class PictureBuilder
{
    private const int Nowhere = -1;

    private readonly List<PictureVertex> _vertices = [];
    private readonly List<PictureBox> _boxes = [];
    private readonly List<PicturePort> _ports = [];
    private readonly List<PictureEdge> _edges = [];
    private readonly Dictionary<(FlowExpression Expression, PictureScope Scope, PicturePort Input), PicturePort> _outputs = [];
    private readonly Dictionary<(PictureScope Scope, string Id), int> _tasks = [];

    private readonly Dictionary<(PictureScope Scope, WaitExpression Wait), int> _waits = [];

    private PictureBuilder()
    {
    }

    internal static Picture Build(FlowExpression expression)
    {
        var builder = new PictureBuilder();
        var input = builder.AddPort(
            expression.TakesUnit ? [] : [(builder.AddVertex(PictureShape.Input, ["input"], Nowhere), "")], Nowhere);
        builder.Run(new PictureStep(expression, new PictureScope("", Map: null), Nowhere, input));
        builder.Connect();
        builder.AddTargets();
        return new Picture(builder._vertices, builder._edges, builder._boxes);
    }

    private void Run(PictureStep root)
    {
        var running = new Stack<(PictureStep Step, IEnumerator<PictureStep> Operands)>();
        running.Push((root, Draw(root).GetEnumerator()));
        while (running.TryPeek(out var top))
        {
            if (!top.Operands.MoveNext())
            {
                _outputs[top.Step.Key] = top.Step.Output;
                running.Pop();
                continue;
            }

            var operand = top.Operands.Current;
            if (_outputs.TryGetValue(operand.Key, out var known))
            {
                operand.Output = known;
            }
            else
            {
                running.Push((operand, Draw(operand).GetEnumerator()));
            }
        }
    }

    /// <summary>Turns ports into arrows; where several outputs meet before several consumers, a join keeps them few.</summary>
    private void Connect()
    {
        var seen = new HashSet<PictureEdge>();
        foreach (var port in _ports)
        {
            var sources = port.Sources;
            if (sources.Count > 1 && port.Consumers.Count > 1)
            {
                var join = AddVertex(PictureShape.Join, [""], port.Box);
                _edges.AddRange(sources.Select(source => new PictureEdge(source.Vertex, join, PictureArrow.Data, source.Label)));
                sources = [(join, "")];
            }

            var edges = from consumer in port.Consumers
                        from source in sources
                        where consumer.Arrow != PictureArrow.Order || _vertices[source.Vertex].Shape != PictureShape.Input
                        select new PictureEdge(source.Vertex, consumer.Vertex, consumer.Arrow, LabelOf(consumer.Arrow, source.Label));
            _edges.AddRange(edges.Where(seen.Add));
        }
    }

    private static string LabelOf(PictureArrow arrow, string label) => arrow switch
    {
        PictureArrow.Order => "after",
        PictureArrow.Failure => "on failure",
        _ => label,
    };

    private int AddVertex(PictureShape shape, string[] lines, int box)
    {
        _vertices.Add(new PictureVertex(shape, lines, box));
        return _vertices.Count - 1;
    }

    private int AddBox(string label, int parent)
    {
        _boxes.Add(new PictureBox(label, parent));
        return _boxes.Count - 1;
    }

    private PicturePort AddPort(IEnumerable<(int Vertex, string Label)> sources, int box, bool isFailure = false)
    {
        var port = new PicturePort([.. sources.Distinct()], box) { IsFailure = isFailure };
        _ports.Add(port);
        return port;
    }
}
