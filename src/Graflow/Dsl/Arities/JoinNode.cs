// Written by eng/Arities.cs.
using System.ComponentModel;
using Graflow.CompilerServices;

namespace Graflow;

/// <summary>A task with 2 inputs: it takes what 2 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, TOut> : TaskNode<(T1, T2), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 3 inputs: it takes what 3 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, TOut> : TaskNode<(T1, T2, T3), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 4 inputs: it takes what 4 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, TOut> : TaskNode<(T1, T2, T3, T4), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 5 inputs: it takes what 5 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, TOut> : TaskNode<(T1, T2, T3, T4, T5), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 6 inputs: it takes what 6 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 7 inputs: it takes what 7 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 8 inputs: it takes what 8 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 9 inputs: it takes what 9 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 10 inputs: it takes what 10 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 11 inputs: it takes what 11 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 12 inputs: it takes what 12 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 13 inputs: it takes what 13 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 14 inputs: it takes what 14 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 15 inputs: it takes what 15 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 16 inputs: it takes what 16 branches yield, each in its place, also where a branch yields a derived type.</summary>
public abstract class JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, TOut> : TaskNode<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16), TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}
