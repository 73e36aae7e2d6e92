namespace Graflow.Dsl;

/// <summary>A thing to run next, with its input: what <see cref="Next.To{TIn,TOut}"/> and <c>NextTask</c> carry to the driver.</summary>
internal abstract class NextTarget(IExecutable executable)
{
    internal IExecutable Executable { get; } = executable;

    internal abstract FlowPlan Plan { get; }

    /// <summary>Gives a frame of the executable its input.</summary>
    internal abstract VertexState? Start(Worker worker, Frame frame);
}

/// <summary>A thing to run next, with its typed input.</summary>
internal sealed class NextTarget<TIn, TOut>(IExecutable<TIn, TOut> executable, TIn input) : NextTarget(executable)
{
    internal TIn Input { get; } = input;

    internal override FlowPlan Plan => Executable.Expression.PlanFor<TIn>();

    internal override VertexState? Start(Worker worker, Frame frame) => frame.Start(worker, Input);
}
