namespace Graflow.CompilerServices;

/// <summary>A type that a wait or a delay yields: makes that part of a flow again in another process, or in a later one.</summary>
internal abstract class WaitType
{
    internal abstract Type ValueType { get; }

    /// <exception cref="FlowDefinitionException">The name, the timeout or the key cannot be.</exception>
    internal abstract IExecutable WaitFor(string name, TimeSpan? timeout, string? key);

    /// <exception cref="FlowDefinitionException">The time cannot be.</exception>
    internal abstract IExecutable Delay(TimeSpan time);
}

/// <summary>A type that a wait or a delay yields.</summary>
internal sealed class WaitType<T> : WaitType
{
    internal override Type ValueType => typeof(T);

    internal override IExecutable WaitFor(string name, TimeSpan? timeout, string? key) => Flow.WaitFor<T>(name, timeout, key);

    internal override IExecutable Delay(TimeSpan time) => Flow.Delay<T>(time);
}
