namespace Graflow.Dsl;

/// <summary><c>left &gt;&gt; right</c>: the right side takes the left side's output or, where it takes <see cref="Unit"/>, only runs after it.</summary>
internal sealed class SequenceExpression(FlowExpression left, FlowExpression right) : FlowExpression
{
    internal FlowExpression Left { get; } = left;

    internal FlowExpression Right { get; } = right;

    internal override bool TakesUnit { get; } = left.TakesUnit;
}
