namespace Graflow.Dsl;

/// <summary><c>x.As(name)</c>: another instance of a whole flow; the ids in it get the prefix.</summary>
internal sealed class AsExpression(FlowExpression source, string name) : FlowExpression
{
    internal FlowExpression Source { get; } = source;

    internal string Name { get; } = FlowPath.CheckName(name);

    internal override bool TakesUnit { get; } = source.TakesUnit;
}
