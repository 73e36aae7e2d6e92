// Written by eng/Arities.cs.
using System.ComponentModel;
using Graflow.CompilerServices;

namespace Graflow;

/// <summary>A task with 2 inputs of unrelated types: it takes what 2 branches yield in whichever order they stand.</summary>
public abstract class AnyOrderJoinNode<T1, T2, TOut> : JoinNode<T1, T2, TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AnyOrderJoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}

/// <summary>A task with 3 inputs of unrelated types: it takes what 3 branches yield in whichever order they stand.</summary>
public abstract class AnyOrderJoinNode<T1, T2, T3, TOut> : JoinNode<T1, T2, T3, TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AnyOrderJoinNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }
}
