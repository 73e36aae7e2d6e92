namespace Graflow.Dsl;

/// <summary><c>x.WithExecution(e)</c>: where the bodies of a task or a flow run.</summary>
internal sealed class ExecutionExpression(FlowExpression source, Execution execution) : FlowExpression
{
    internal FlowExpression Source { get; } = source;

    internal Execution Execution { get; } = execution;

    internal override bool TakesUnit { get; } = source.TakesUnit;
}
