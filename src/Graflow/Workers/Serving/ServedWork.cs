namespace Graflow.Workers;

/// <summary>One attempt that is served, but for its input.</summary>
/// <param name="Header">The attempt.</param>
/// <param name="Port">The way back to the run.</param>
/// <param name="Services">Where the body's services come from; null for nowhere.</param>
internal readonly record struct ServedWork(AttemptHeader Header, IAttemptPort Port, IServiceProvider? Services)
{
    /// <summary>By what the body is run; null for a plain call.</summary>
    internal ITaskHandler? Handler { get; init; }

    /// <summary>The options in force, for the handler.</summary>
    internal TaskOptions? Options { get; init; }
}
