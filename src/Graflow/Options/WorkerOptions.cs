namespace Graflow;

/// <summary>How an engine starts, watches and ends the child processes and containers that run bodies. Checked when the engine is made.</summary>
public sealed class WorkerOptions
{
    /// <summary>The program that child processes run: a <c>.dll</c> or an executable whose <c>Main</c> begins with <c>if (await GraflowHost.TryServeAsync(args)) return;</c>. Null, the default, means this program.</summary>
    public string? Program { get; set; }

    /// <summary>How many child processes the handler <c>process</c> has; at least 1. The number of processors by default.</summary>
    public int HandlerProcesses { get; set; } = Environment.ProcessorCount;

    /// <summary>How long a worker may take from its start until it is ready for tasks; more than zero, 30 seconds by default.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker that runs a body is asked whether it is alive; more than zero, 5 seconds by default.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a worker may be silent before it is killed and its task given to another one; at least the interval, 30 seconds by default.</summary>
    public TimeSpan HeartbeatTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a worker is kept without a task; more than zero, 60 seconds by default.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a cancelled body may go on before its worker is killed with everything that it started; zero kills at once, 1 second by default.</summary>
    public TimeSpan KillAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often one attempt is given to a worker at most, if workers are lost while they run it, and how often it is begun again in a durable run, if the processes that drive it are lost; at least 1, 3 by default.</summary>
    public int MaxDeliveries { get; set; } = 3;

    /// <summary>Whether a worker serves one call after another.</summary>
    internal bool AreReused { get; set; } = true;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal WorkerOptions Checked()
    {
        if (Program is { Length: 0 })
        {
            throw new ArgumentException("WorkerOptions.Program is empty; give the path of a program, or null for this one.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(HandlerProcesses, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDeliveries, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(StartTimeout.Ticks, nameof(StartTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(HeartbeatInterval.Ticks, nameof(HeartbeatInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(HeartbeatTimeout, HeartbeatInterval);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(IdleTimeout.Ticks, nameof(IdleTimeout));
        ArgumentOutOfRangeException.ThrowIfNegative(KillAfter.Ticks, nameof(KillAfter));
        return (WorkerOptions)MemberwiseClone();
    }
}
