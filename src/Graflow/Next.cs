namespace Graflow;

/// <summary>Makes <see cref="Next{T}"/> values: "this is my output" or "run this next, its output is mine".</summary>
public static class Next
{
    /// <summary>The output itself; needed only where the implicit conversion does not apply, as for interface types.</summary>
    public static Next<T> Done<T>(T value) => new(value);

    /// <summary>Runs <paramref name="target"/> with <paramref name="input"/> in the current task's place; its output becomes the task's output. Uses no stack, and counts as one of <see cref="RunOptions.MaxSteps"/>.</summary>
    /// <param name="target">A task, a flow or a group, also one built just now.</param>
    /// <param name="input">Its input.</param>
    public static Next<TOut> To<TIn, TOut>(IExecutable<TIn, TOut> target, TIn input)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new Next<TOut>(new NextTarget<TIn>(target, input));
    }

    /// <summary>Runs <paramref name="target"/>, which takes no input, in the current task's place.</summary>
    public static Next<TOut> To<TOut>(IExecutable<Unit, TOut> target) => To(target, default);
}
