namespace Graflow.Generators.Flows;

/// <summary>A term that is being turned into vertices, and what its operands gave so far.</summary>
internal sealed class FlowStep(FlowTerm term, FlowRegion region, int input, Site? mention)
{
    public FlowTerm Term { get; } = term;

    public FlowRegion Region { get; } = region;

    public int Input { get; } = input;

    /// <summary>The mention by which the flow got here.</summary>
    public Site? Mention { get; } = mention;

    public (FlowTerm Term, FlowRegion Region, int Input) Key => (Term, Region, Input);

    public List<int> Results { get; } = [];

    public int Output { get; private set; } = -1;

    public FlowStep Operand(FlowTerm operand, FlowRegion? region = null, int? from = null, Site? mention = null) =>
        new(operand, region ?? Region, from ?? Input, mention ?? Mention);

    public FlowStep? Done(int output)
    {
        Output = output;
        return null;
    }
}
