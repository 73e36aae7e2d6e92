using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>What a task's body needs besides its input; the engine makes a <see cref="TaskContext"/> only where a flag is set.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TaskInjection
{
    /// <summary>Only the input.</summary>
    None = 0,

    /// <summary>The context itself.</summary>
    Context = 1,

    /// <summary>The cancellation token.</summary>
    CancellationToken = 2,

    /// <summary>A service, or an object whose method the task is: a scope of the service provider is opened for each attempt.</summary>
    Services = 4,

    /// <summary>A value of the run's channel.</summary>
    Channel = 8,

    /// <summary>A logger.</summary>
    Logger = 16,
}
