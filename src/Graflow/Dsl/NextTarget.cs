namespace Graflow.Dsl;

/// <summary>A thing to run next, with its input: what <see cref="Next.To{TIn,TOut}"/> and <c>NextTask</c> carry to the driver.</summary>
internal abstract class NextTarget(IExecutable executable)
{
    internal IExecutable Executable { get; } = executable;
}

/// <summary>A thing to run next, with its typed input.</summary>
internal sealed class NextTarget<TIn, TOut>(IExecutable<TIn, TOut> executable, TIn input) : NextTarget(executable)
{
    internal TIn Input { get; } = input;
}
