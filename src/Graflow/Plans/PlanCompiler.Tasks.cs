namespace Graflow.Plans;

internal sealed partial class PlanCompiler
{
    private int AddTask(TaskExpression task, PlanStep step)
    {
        var node = task.Node;
        var key = (node.Id, FlowPath.Join(step.Region.Path, node.Path));
        if (!_tasks.TryGetValue(key, out var index))
        {
            var source = task.TakesUnit ? -1 : step.Input;
            index = Add([step.Input], VertexName.Described(step.Region.Path, node), step.Region, site => task.CreateVertex(site, source));
            _tasks.Add(key, index);
            return index;
        }

        CheckSameTask(node, _vertices[index], step.Region);
        if (!task.TakesUnit)
        {
            CheckSameInput(index, step.Input);
        }
        else if (!_inputs[index].Contains(step.Input))
        {
            _inputs[index].Add(step.Input);
        }

        return index;
    }

    /// <summary>One value of <c>WaitFor</c> is one wait in each instance, which comes after all that it is written behind.</summary>
    private int AddWait(WaitExpression wait, PlanStep step)
    {
        if (!_waits.TryGetValue((wait, step.Region.Path), out var index))
        {
            index = Add([step.Input], VertexName.Given(step.Region.Path, wait.Name), step.Region, wait.CreateVertex);
            _waits.Add((wait, step.Region.Path), index);
        }
        else if (!_inputs[index].Contains(step.Input))
        {
            _inputs[index].Add(step.Input);
        }

        return index;
    }

    private static void CheckSameTask(TaskNode node, Vertex vertex, PlanRegion region)
    {
        var known = ((ITaskVertex)vertex).Node;
        if (!ReferenceEquals(known.Descriptor, node.Descriptor))
        {
            throw new FlowDefinitionException($"Two different tasks are called {vertex.Id}. Give one of them another id by [Task(\"…\")] or Flow.Task(\"…\").", "GRF003");
        }

        if (known.EffectiveOptions != node.EffectiveOptions)
        {
            throw new FlowDefinitionException($"{vertex.Id} stands in the flow with two option sets. A task is one vertex, which runs once: give both places the same options, or use .As(\"…\") to run it twice.", "GRF110");
        }

        if (vertex.Lane != region.Lane)
        {
            throw new FlowDefinitionException($"{vertex.Id} stands in the flow under two executions. A task is one vertex, which runs once, in one place: put both mentions under the same WithExecution, or use .As(\"…\") to run it twice.", "GRF110");
        }
    }

    private void CheckSameInput(int task, int input)
    {
        var known = _inputs[task][0];
        if (known == input)
        {
            return;
        }

        if (CycleCheck.FindPath(_inputs, from: input, to: task) is { } path)
        {
            throw CycleCheck.Cycle(path.Select(index => _vertices[index]));
        }

        throw new FlowDefinitionException(
            $"{_vertices[task].Id} is fed by both {NameOf(known)} and {NameOf(input)}; use .As(\"…\") to run it twice.", "GRF102");
    }

    // The input is always the first vertex.
    private string NameOf(int vertex) => vertex == 0 ? "the flow's input" : _vertices[vertex].Id;
}
