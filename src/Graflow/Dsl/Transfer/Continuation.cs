namespace Graflow.Dsl;

/// <summary>A chain of tasks that came from another process; its ends are known by their types at run time only.</summary>
internal sealed class Continuation(FlowExpression expression) : IExecutable
{
    FlowExpression IExecutable.Expression => expression;

    public override string ToString() => expression.ToString();
}
