namespace Graflow;

/// <summary>The context of a task that takes a <typeparamref name="TIn"/>.</summary>
/// <typeparam name="TIn">The task's input.</typeparam>
public abstract class TaskContext<TIn> : TaskContext
{
    private protected TaskContext()
    {
    }

    /// <summary>Runs this task again with <paramref name="input"/> once this attempt succeeded; the last iteration's return value is the task's output. Each iteration has its own attempts and counts as one of <see cref="RunOptions.MaxSteps"/>.</summary>
    /// <param name="input">The next iteration's input.</param>
    /// <exception cref="InvalidOperationException">The attempt asked for another iteration already.</exception>
    public abstract void NextIteration(TIn input);
}
