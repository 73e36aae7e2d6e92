namespace Graflow.Dsl;

/// <summary>Branches as text, once somebody asks.</summary>
internal sealed class GroupText(FlowExpression[] branches)
{
    public override string ToString() => FlowText.DescribeGroup(branches);
}
