namespace Graflow.Plans;

internal sealed partial class PlanCompiler
{
    /// <summary>Takes an expression one operand further.</summary>
    /// <returns>The operand that is wanted next; null when the expression's output is known.</returns>
    private PlanStep? Advance(PlanStep step) => step.Expression switch
    {
        TaskExpression task => step.Done(AddTask(task, step)),
        SequenceExpression sequence => AdvanceSequence(sequence, step),
        GroupExpression group => AdvanceGroup(group, step),
        FirstExpression race => AdvanceRace(race, step),
        SelectExpression select => AdvanceSelect(select, step),
        BindExpression bind => AdvanceBind(bind, step),
        AsExpression instance => AdvanceInside(instance.Source, step, step.Region.Instance(instance.Name)),
        ExecutionExpression execution => AdvanceInside(execution.Source, step, LaneOf(execution, execution.Execution, step.Region)),
        TryExpression attempt => AdvanceTry(attempt, step),
        OrElseExpression alternative => AdvanceOrElse(alternative, step),
        WithinExpression within => AdvanceWithin(within, step),
        WaitExpression wait => step.Done(AddWait(wait, step)),
        DelayExpression delay => step.Done(Add([step.Input], VertexName.Given(step.Region.Path, $"Delay({delay.Time})"), step.Region, site => delay.CreateVertex(site, step.Input))),
        ForEachExpression map => step.Done(AddMap(map, step)),
        _ => throw new InvalidOperationException($"Unknown expression {step.Expression.GetType().Name}."),
    };

    private static PlanStep? AdvanceInside(FlowExpression source, PlanStep step, PlanRegion region) =>
        step.Results.Count == 0 ? step.Operand(source, region) : step.Done(step.Results[0]);

    private static PlanStep? AdvanceSequence(SequenceExpression sequence, PlanStep step) => step.Results.Count switch
    {
        0 => step.Operand(sequence.Left),
        1 => step.Operand(sequence.Right, from: step.Results[0]),
        _ => step.Done(step.Results[1]),
    };

    private PlanStep? AdvanceGroup(GroupExpression group, PlanStep step)
    {
        var region = group.Settings.Execution is { } execution ? LaneOf(group, execution, step.Region) : step.Region;
        return step.Results.Count < group.Branches.Length
            ? step.Operand(group.Branches[step.Results.Count], region)
            : step.Done(AddJoin(step, group.Settings, group.Settings.Policy ?? GroupPolicy.Strict, group.Branches, group.CreateVertex));
    }

    private PlanStep? AdvanceRace(FirstExpression race, PlanStep step)
    {
        var region = race.Settings.Execution is { } execution ? LaneOf(race, execution, step.Region) : step.Region;
        return step.Results.Count < race.Branches.Length
            ? step.Operand(race.Branches[step.Results.Count], region)
            : step.Done(AddJoin(step, race.Settings, GroupPolicy.Strict, race.Branches, race.CreateVertex));
    }

    private int AddJoin(PlanStep step, GroupSettings settings, GroupPolicy policy, FlowExpression[] branches, Func<VertexSite, GroupShape, Vertex> create)
    {
        var shape = new GroupShape(settings.Name, [.. step.Results], step.Input, policy);
        var name = settings.Name is { } given ? VertexName.Given(step.Region.Path, given) : VertexName.Described(step.Region.Path, new GroupText(branches));
        return Add([.. step.Results], name, step.Region, site => create(site, shape));
    }

    private PlanStep? AdvanceSelect(SelectExpression select, PlanStep step)
    {
        if (step.Results.Count == 0)
        {
            return step.Operand(select.Source);
        }

        var source = step.Results[0];
        return step.Done(Add([source], VertexName.Described(step.Region.Path, select.Source, ".Select"), step.Region, site => select.CreateVertex(site, source)));
    }

    private PlanStep? AdvanceBind(BindExpression bind, PlanStep step)
    {
        if (step.Results.Count == 0)
        {
            var value = Add([step.Input], VertexName.Described(step.Region.Path, bind.Target, ".Bind"), step.Region, bind.CreateVertex);
            return step.Operand(bind.Target, from: value);
        }

        return step.Done(step.Results[0]);
    }

    private PlanStep? AdvanceTry(TryExpression attempt, PlanStep step)
    {
        if (step.Results.Count == 0)
        {
            return step.Operand(attempt.Source);
        }

        var source = step.Results[0];
        return step.Done(Add([source], VertexName.Described(step.Region.Path, attempt.Source, ".Try"), step.Region, site => attempt.CreateVertex(site, source, step.Input)));
    }

    private PlanStep? AdvanceOrElse(OrElseExpression alternative, PlanStep step)
    {
        switch (step.Results.Count)
        {
            case 0:
                return step.Operand(alternative.Primary);
            case 1:
                var primary = step.Results[0];
                step.Inner = Add([step.Input, primary], VertexName.Described(step.Region.Path, alternative.Primary, ".OrElse.Gate"), step.Region, site => alternative.CreateGate(site, step.Input, primary));
                return step.Operand(alternative.Fallback, from: step.Inner);
            default:
                var (first, second) = (step.Results[0], step.Results[1]);
                return step.Done(Add([first, second], VertexName.Described(step.Region.Path, alternative.Primary, ".OrElse"), step.Region, site => alternative.CreateVertex(site, first, second)));
        }
    }

    private PlanStep? AdvanceWithin(WithinExpression within, PlanStep step)
    {
        if (step.Results.Count == 0)
        {
            return step.Operand(within.Source);
        }

        var source = step.Results[0];
        return step.Done(Add([source, step.Input], VertexName.Described(step.Region.Path, within.Source, ".Within"), step.Region, site => within.CreateVertex(site, source, step.Input)));
    }

    private int AddMap(ForEachExpression map, PlanStep step)
    {
        var region = map.Settings.Execution is { } execution ? LaneOf(map, execution, step.Region) : step.Region;
        var body = map.CompileBody(step.Region.Path);
        var name = map.Settings.Name is { } given ? VertexName.Given(region.Path, given) : VertexName.Described(region.Path, map.Body, ".ForEach");
        return Add([step.Input], name, region, site => map.CreateVertex(site, body, step.Input));
    }

    private PlanRegion LaneOf(FlowExpression owner, Execution execution, PlanRegion region) =>
        region.WithLane(owner, parent =>
        {
            _lanes.Add(new LaneTemplate(parent, execution));
            return _lanes.Count - 1;
        });
}
