using System.ComponentModel;
using Graflow.CompilerServices;
using Graflow.Workers;

namespace Graflow;

/// <summary>A task that takes a <typeparamref name="TIn"/> and yields a <typeparamref name="TOut"/>.</summary>
/// <typeparam name="TIn">What it takes: the only input parameter's type, a tuple of several, or <see cref="Unit"/>.</typeparam>
/// <typeparam name="TOut">What it yields.</typeparam>
public abstract class TaskNode<TIn, TOut> : TaskNode, IExecutable<TIn, TOut>
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TaskNode(TaskDescriptor descriptor)
        : base(descriptor)
    {
    }

    internal sealed override Type InputType => typeof(TIn);

    internal sealed override Type OutputType => typeof(TOut);

    /// <summary>Runs a body that yields its value at once. The context is null unless the descriptor asks for an injection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual TOut Invoke(TIn input, TaskContext context) => throw MissingBody();

    /// <summary>Runs an asynchronous body. The context is null unless the descriptor asks for an injection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask<TOut> InvokeAsync(TIn input, TaskContext context) => throw MissingBody();

    /// <summary>Runs a body that may ask for something to run next. The context is null unless the descriptor asks for an injection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual Next<TOut> InvokeNext(TIn input, TaskContext context) => throw MissingBody();

    /// <summary>Runs an asynchronous body that may ask for something to run next. The context is null unless the descriptor asks for an injection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask<Next<TOut>> InvokeNextAsync(TIn input, TaskContext context) => throw MissingBody();

    /// <summary>Gives another node of the same task this node's instance path and options.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TNode CarryTo<TNode>(TNode other)
        where TNode : TaskNode
    {
        ArgumentNullException.ThrowIfNull(other);
        return (TNode)CarryInto(other);
    }

    internal sealed override void CheckCodecs() => _ = (PayloadCodec<TIn>.Default, PayloadCodec<TOut>.Default);

    internal sealed override byte[] EncodeInput(object input) => input is TIn value
        ? PayloadSerializer.Serialize(value)
        : throw new ArgumentException($"{this} takes {TypeText.Of(typeof(TIn))}, not {TypeText.Of(input.GetType())}.", nameof(input));

    internal sealed override ServedTask Serve() => new ServedTask<TIn, TOut>(this);

    private protected sealed override FlowExpression CreateExpression() => new TaskExpression<TIn, TOut>(this);

    private InvalidOperationException MissingBody() =>
        new($"{GetType().Name} says that its body is {Descriptor.Body} but does not override that method.");
}
