namespace Graflow.Dsl;

/// <summary>A thing to run next, with its input: what <see cref="Next.To{TIn,TOut}"/> and <c>NextTask</c> carry to the driver.</summary>
internal abstract class NextTarget(IExecutable executable)
{
    internal IExecutable Executable { get; } = executable;

    internal abstract FlowPlan Plan { get; }

    /// <summary>Gives a frame of the executable its input.</summary>
    internal abstract VertexState? Start(Worker worker, Frame frame);

    /// <summary>The input as what the first task takes: its own type, or a base type.</summary>
    internal abstract T InputAs<T>();
}

/// <summary>A thing to run next, with its typed input. What it yields is known to fit where it was made.</summary>
internal sealed class NextTarget<TIn>(IExecutable executable, TIn input) : NextTarget(executable)
{
    internal TIn Input { get; } = input;

    internal override FlowPlan Plan => Executable.Expression.PlanFor<TIn>();

    internal override VertexState? Start(Worker worker, Frame frame) => frame.Start(worker, Input);

    internal override T InputAs<T>() => this is NextTarget<T> same ? same.Input : (T)(object)Input!;
}
