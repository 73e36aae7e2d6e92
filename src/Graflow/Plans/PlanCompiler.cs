namespace Graflow.Plans;

/// <summary>
/// Turns an expression into a plan: every task becomes one vertex, however often it is mentioned. Linear in the size of the expression, without recursion:
/// expressions are evaluated on a stack of their own, each once for each region and input.
/// </summary>
internal sealed partial class PlanCompiler
{
    private readonly List<Vertex> _vertices = [];
    private readonly List<List<int>> _inputs = [];
    private readonly List<LaneTemplate> _lanes = [new(0, Execution.Threads())];
    private readonly Dictionary<(FlowExpression Expression, PlanRegion Region, int Input), int> _outputs = [];
    private readonly Dictionary<(string Id, string Path), int> _tasks = [];
    private readonly Dictionary<(WaitExpression Wait, string Path), int> _waits = [];
    private readonly PlanRegion _whole;

    private PlanCompiler(string path) => _whole = new PlanRegion(path, lane: 0);

    /// <exception cref="FlowDefinitionException">The flow has a cycle (GRF101), a node with two inputs (GRF102), or one with two option sets or executions (GRF110).</exception>
    internal static FlowPlan Compile<TIn>(FlowExpression expression, string path = "")
    {
        var compiler = new PlanCompiler(path);
        var input = compiler.Add([], VertexName.Given(path, "input"), compiler._whole, static site => new InputVertex<TIn>(site));
        return compiler.Finish(compiler.Evaluate(expression, input), expression);
    }

    private FlowPlan Finish(int output, FlowExpression expression)
    {
        for (var i = 0; i < _vertices.Count; i++)
        {
            _vertices[i].Inputs = [.. _inputs[i]];
        }

        Vertex[] vertices = [.. _vertices];
        CycleCheck.ThrowOnCycle(vertices);
        JoinFusion.Run(vertices);
        return new FlowPlan(vertices, output, [.. _lanes], _tasks, expression);
    }

    private int Evaluate(FlowExpression root, int input)
    {
        var steps = new Stack<PlanStep>();
        steps.Push(new PlanStep(root, _whole, input));
        while (true)
        {
            var step = steps.Peek();
            if (!_outputs.TryGetValue(step.Key, out var output))
            {
                if (Advance(step) is { } operand)
                {
                    steps.Push(operand);
                    continue;
                }

                output = step.Output;
                _outputs.Add(step.Key, output);
            }

            steps.Pop();
            if (!steps.TryPeek(out var parent))
            {
                return output;
            }

            parent.Results.Add(output);
        }
    }

    private int Add(List<int> inputs, VertexName name, PlanRegion region, Func<VertexSite, Vertex> create)
    {
        var vertex = create(new VertexSite(_vertices.Count, name, region.Lane));
        _vertices.Add(vertex);
        _inputs.Add(inputs);
        return vertex.Index;
    }
}
