using Graflow.CompilerServices;
using Graflow.Workers;

namespace Graflow;

/// <summary>A task as a value that can stand in flows. The generator derives one sealed class for each <c>[Task]</c> method. Immutable.</summary>
public abstract class TaskNode : IExecutable
{
    private TaskOptions _options;
    private FlowExpression? _expression;

    private protected TaskNode(TaskDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Descriptor = descriptor;
        _options = descriptor.Options;
    }

    /// <summary>The task's id, such as <c>Orders.Fetch</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The instance's path, given by <c>As</c>, such as <c>eu/west</c>; empty for the task itself.</summary>
    public string Path { get; private set; } = "";

    /// <summary>How the task runs; a copy, so that a node never changes. Set options by <c>With</c>.</summary>
    public TaskOptions Options => _options with { };

    FlowExpression IExecutable.Expression => Expression;

    // Threads that combine a new node for the first time must agree on one expression.
    internal FlowExpression Expression => Volatile.Read(ref _expression) ?? Interlocked.CompareExchange(ref _expression, CreateExpression(), null) ?? _expression;

    internal TaskDescriptor Descriptor { get; }

    internal abstract Type InputType { get; }

    internal abstract Type OutputType { get; }

    /// <summary>The options without a copy; not to be changed.</summary>
    internal TaskOptions EffectiveOptions => _options;

    /// <summary>The instance's path and the task's id, such as <c>eu/Orders.Fetch</c>.</summary>
    public override string ToString() => FlowPath.Join(Path, Id);

    internal TaskNode CloneAs(string name)
    {
        var clone = Clone();
        clone.Path = FlowPath.Join(FlowPath.CheckName(name), Path);
        return clone;
    }

    internal TaskNode CloneWith(Action<TaskOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = Options;
        configure(options);
        TaskOptionsValidator.Check(options, Id);
        return CloneWith(options);
    }

    /// <summary>The node with other options, which were checked.</summary>
    internal TaskNode CloneWith(TaskOptions options)
    {
        var clone = Clone();
        clone._options = options;
        return clone;
    }

    private protected TaskNode CarryInto(TaskNode other)
    {
        if (Path.Length == 0 && ReferenceEquals(_options, Descriptor.Options))
        {
            return other;
        }

        var clone = other.Clone();
        (clone.Path, clone._options) = (Path, _options);
        return clone;
    }

    /// <summary>What a worker runs for this task.</summary>
    internal abstract ServedTask Serve();

    /// <exception cref="NotSerializableException">The input or the output has no codec.</exception>
    internal abstract void CheckCodecs();

    /// <exception cref="ArgumentException">The value is of another type.</exception>
    /// <exception cref="NotSerializableException">The input has no codec.</exception>
    internal abstract byte[] EncodeInput(object input);

    private protected abstract FlowExpression CreateExpression();

    private TaskNode Clone()
    {
        var clone = (TaskNode)MemberwiseClone();
        clone._expression = null;
        return clone;
    }
}
