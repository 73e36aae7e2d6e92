namespace Graflow.Dsl;

/// <summary>Builds what <c>&gt;&gt;</c> yields.</summary>
internal static class Sequence
{
    internal static Flow<TIn, TOut> Of<TIn, TOut>(IExecutable left, IExecutable right) =>
        new(new SequenceExpression(Operand.Expression(left, "left"), Operand.Expression(right, "right")));

    /// <summary>Feeds branches to a task with several parameters: their tuple is converted unless it is the task's input as it stands.</summary>
    internal static Flow<TIn, TOut> Joined<TIn, TFrom, TTo, TOut>(IExecutable left, IExecutable right, Func<TFrom, TTo> convert)
    {
        var source = Operand.Expression(left, "left");
        if (typeof(TFrom) != typeof(TTo))
        {
            source = new SelectExpression<TFrom, TTo>(source, convert) { IsConversion = true };
        }

        return new(new SequenceExpression(source, Operand.Expression(right, "right")));
    }
}
