namespace Graflow;

/// <summary>One body at a time, in plan order.</summary>
internal sealed class DirectExecution : Execution
{
    internal override int Limit => 1;

    public override string ToString() => "Direct";
}
