namespace Graflow.Generators.Flows;

internal sealed partial class FlowGraph
{
    /// <summary>Takes a term one operand further.</summary>
    /// <returns>The operand that is wanted next; null when the term's output is known.</returns>
    private FlowStep? Advance(FlowStep step) => step.Term.Kind switch
    {
        FlowTermKind.Task => step.Done(AddTask(step.Term.Task!, step)),
        FlowTermKind.Mention => AdvanceInside(step, step.Region, step.Term.Site.Below(step.Mention)),
        FlowTermKind.Sequence => AdvanceSequence(step),
        FlowTermKind.Group or FlowTermKind.Race => AdvanceGroup(step),
        FlowTermKind.Select => AdvanceSuffixed(step, ".Select"),
        FlowTermKind.Try => AdvanceSuffixed(step, ".Try"),
        FlowTermKind.Within => AdvanceWithin(step),
        FlowTermKind.Bind => AdvanceBind(step),
        FlowTermKind.As => AdvanceInside(step, step.Region.Instance(step.Term.Name!)),
        FlowTermKind.Execution => AdvanceInside(step, step.Region.WithLane(step.Term)),
        FlowTermKind.OrElse => AdvanceOrElse(step),
        FlowTermKind.ForEach => step.Done(AddMap(step)),
        _ => step.Done(Add(step, "", step.Input)),
    };

    private static FlowStep? AdvanceInside(FlowStep step, FlowRegion region, Site? mention = null) =>
        step.Results.Count == 0 ? step.Operand(step.Term.Operands[0], region, mention: mention) : step.Done(step.Results[0]);

    private static FlowStep? AdvanceSequence(FlowStep step) => step.Results.Count switch
    {
        0 => step.Operand(step.Term.Operands[0]),
        1 => step.Operand(step.Term.Operands[1], from: step.Results[0]),
        _ => step.Done(step.Results[1]),
    };

    private FlowStep? AdvanceGroup(FlowStep step)
    {
        var region = step.Term.HasExecution ? step.Region.WithLane(step.Term) : step.Region;
        return step.Results.Count < step.Term.Operands.Length
            ? step.Operand(step.Term.Operands[step.Results.Count], region)
            : step.Done(Add(step, "", [.. step.Results]));
    }

    private FlowStep? AdvanceSuffixed(FlowStep step, string suffix) =>
        step.Results.Count == 0 ? step.Operand(step.Term.Operands[0]) : step.Done(Add(step, suffix, step.Results[0]));

    private FlowStep? AdvanceWithin(FlowStep step) =>
        step.Results.Count == 0 ? step.Operand(step.Term.Operands[0]) : step.Done(Add(step, ".Within", step.Results[0], step.Input));

    private FlowStep? AdvanceBind(FlowStep step) => step.Results.Count == 0
        ? step.Operand(step.Term.Operands[0], from: Add(step, ".Bind", step.Input))
        : step.Done(step.Results[0]);

    private FlowStep? AdvanceOrElse(FlowStep step) => step.Results.Count switch
    {
        0 => step.Operand(step.Term.Operands[0]),
        1 => step.Operand(step.Term.Operands[1], from: Add(step, ".OrElse.Gate", step.Input, step.Results[0])),
        _ => step.Done(Add(step, ".OrElse", step.Results[0], step.Results[1])),
    };

    /// <summary>A map's body is a scope of its own.</summary>
    private int AddMap(FlowStep step)
    {
        _steps = Check(step.Term.Operands[0], step.Region.Path, step.Mention, _problems, _steps);
        return Add(step, ".ForEach", step.Input);
    }
}
