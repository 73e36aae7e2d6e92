namespace Graflow.Pictures;

internal sealed partial class PictureBuilder
{
    private IEnumerable<PictureStep> Draw(PictureStep step) => step.Expression switch
    {
        TaskExpression task => DrawTask(task, step),
        WaitExpression wait => DrawWait(wait, step),
        DelayExpression delay => DrawDelay(delay, step),
        SequenceExpression sequence => DrawSequence(sequence, step),
        GroupExpression group => DrawBranches(group.Branches, PictureLabel.OfGroup("", group.Settings, step.Notes), step),
        FirstExpression race => DrawBranches(race.Branches, PictureLabel.OfGroup("first of", race.Settings, step.Notes), step),
        ForEachExpression map => DrawMap(map, step),
        SelectExpression select => DrawLabelled(select.Source, select.IsConversion ? null : "select", step),
        TryExpression attempt => DrawLabelled(attempt.Source, "outcome", step),
        OrElseExpression alternative => DrawOrElse(alternative, step),
        BindExpression bind => DrawBind(bind, step),
        AsExpression instance => DrawAs(instance, step),
        ExecutionExpression execution => DrawNoted(execution.Source, execution.Execution.ToString() ?? "", step),
        WithinExpression within => DrawNoted(within.Source, $"within {PictureLabel.Duration(within.Limit)}", step),
        _ => throw new InvalidOperationException($"Unknown expression {step.Expression.GetType().Name}."),
    };

    private IEnumerable<PictureStep> DrawTask(TaskExpression task, PictureStep step)
    {
        var node = task.Node;
        var scope = step.Scope with { Path = FlowPath.Join(step.Scope.Path, node.Path) };
        if (!_tasks.TryGetValue((scope, node.Id), out var vertex))
        {
            vertex = AddVertex(PictureShape.Task, PictureLabel.OfTask(FlowPath.Join(scope.Path, node.Id), node.EffectiveOptions, step.Notes), step.Box);
            _tasks.Add((scope, node.Id), vertex);
            _bodies.Enqueue(new PictureBody(node, scope, vertex));
        }

        Take(step.Input, vertex, task.TakesUnit);
        step.Output = AddPort([(vertex, "")], step.Box);
        yield break;
    }

    /// <summary>As in the plan, one value of <c>WaitFor</c> is one wait.</summary>
    private IEnumerable<PictureStep> DrawWait(WaitExpression wait, PictureStep step)
    {
        if (!_waits.TryGetValue((step.Scope, wait), out var vertex))
        {
            vertex = AddVertex(PictureShape.Wait, PictureLabel.OfWait(FlowPath.Join(step.Scope.Path, wait.Name), wait.Timeout, step.Notes), step.Box);
            _waits.Add((step.Scope, wait), vertex);
        }

        Take(step.Input, vertex, takesUnit: true);
        step.Output = AddPort([(vertex, "")], step.Box);
        yield break;
    }

    private IEnumerable<PictureStep> DrawDelay(DelayExpression delay, PictureStep step)
    {
        var vertex = AddVertex(PictureShape.Wait, [$"delay {PictureLabel.Duration(delay.Time)}", .. step.Notes], step.Box);
        Take(step.Input, vertex, delay.TakesUnit);
        step.Output = AddPort([(vertex, "")], step.Box);
        yield break;
    }

    private static IEnumerable<PictureStep> DrawSequence(SequenceExpression sequence, PictureStep step)
    {
        var left = step.Operand(sequence.Left);
        yield return left;
        var right = step.Operand(sequence.Right, from: left.Output);
        yield return right;
        step.Output = right.Output;
    }

    private IEnumerable<PictureStep> DrawBranches(FlowExpression[] branches, string label, PictureStep step)
    {
        var box = AddBox(label, step.Box);
        var sources = new List<(int Vertex, string Label)>();
        foreach (var branch in branches)
        {
            var operand = step.Operand(branch, box: box);
            yield return operand;
            sources.AddRange(operand.Output.Sources);
        }

        step.Output = AddPort(sources, step.Box);
    }

    private IEnumerable<PictureStep> DrawMap(ForEachExpression map, PictureStep step)
    {
        var kind = map.MaxConcurrency == int.MaxValue ? "for each" : $"for each, at most {map.MaxConcurrency} at once";
        var body = step.Operand(
            map.Body,
            box: AddBox(PictureLabel.OfGroup(kind, map.Settings, step.Notes), step.Box),
            scope: step.Scope with { Map = (map, step.Scope.Map, step.Input) });
        yield return body;
        step.Output = AddPort(body.Output.Sources, step.Box);
    }

    private IEnumerable<PictureStep> DrawLabelled(FlowExpression source, string? label, PictureStep step)
    {
        var operand = step.Operand(source);
        yield return operand;
        step.Output = label is null ? operand.Output : AddPort(operand.Output.Labelled(label), step.Box);
    }

    private IEnumerable<PictureStep> DrawOrElse(OrElseExpression alternative, PictureStep step)
    {
        var primary = step.Operand(alternative.Primary);
        yield return primary;
        var fallback = step.Operand(alternative.Fallback, from: AddPort(primary.Output.Sources, step.Box, isFailure: true));
        yield return fallback;
        step.Output = AddPort([.. primary.Output.Sources, .. fallback.Output.Sources], step.Box);
    }

    private IEnumerable<PictureStep> DrawBind(BindExpression bind, PictureStep step)
    {
        var value = AddVertex(PictureShape.Value, ["bound value"], step.Box);
        Take(step.Input, value, takesUnit: true);
        var target = step.Operand(bind.Target, from: AddPort([(value, "")], step.Box));
        yield return target;
        step.Output = target.Output;
    }

    private static IEnumerable<PictureStep> DrawAs(AsExpression instance, PictureStep step)
    {
        var source = step.Operand(instance.Source, scope: step.Scope with { Path = FlowPath.Join(step.Scope.Path, instance.Name) }, notes: step.Notes);
        yield return source;
        step.Output = source.Output;
    }

    /// <summary>A setting goes to the label of what has one; around all else it is a box.</summary>
    private IEnumerable<PictureStep> DrawNoted(FlowExpression source, string note, PictureStep step)
    {
        string[] notes = [.. step.Notes, note];
        var operand = source is TaskExpression or ConfiguredExpression or FirstExpression or ExecutionExpression or WithinExpression
            ? step.Operand(source, notes: notes)
            : step.Operand(source, box: AddBox(PictureLabel.OfText(notes), step.Box));
        yield return operand;
        step.Output = operand.Output;
    }

    private static void Take(PicturePort port, int vertex, bool takesUnit)
    {
        var arrow = port.IsFailure ? PictureArrow.Failure : takesUnit ? PictureArrow.Order : PictureArrow.Data;
        if (!port.Consumers.Contains((vertex, arrow)))
        {
            port.Consumers.Add((vertex, arrow));
        }
    }
}
