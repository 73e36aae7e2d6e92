using Graflow.Logs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graflow;

/// <summary>What an engine is given when it is made; later changes have no effect on it.</summary>
public sealed class WorkflowEngineOptions
{
    private Execution? _fleetExecution;

    /// <summary>Where services, and the objects of instance tasks, come from; null means there are none.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>By what bodies are run, by name; <c>direct</c> is always there.</summary>
    public HandlerCollection Handlers { get; } = new();

    /// <summary>Who hears of every event of every run; none by default.</summary>
    public IList<IRunObserver> Observers { get; } = [];

    /// <summary>The clock and the timers of the engine; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the engine's and the tasks' loggers come from; by default the services' factory, else none.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Where bodies run that neither a group nor the run places elsewhere; the thread pool without a limit by default, and the workers of the fleet where there is one.</summary>
    public Execution Execution
    {
        get => field ?? _fleetExecution ?? Execution.Threads();
        set;
    }

    /// <summary>Random numbers from 0 to 1 for the jitter of retries, for tests that need the same ones every time; called concurrently. Null, the default, means the system's.</summary>
    public Func<double>? Jitter { get; set; }

    /// <summary>How child processes and containers are started, watched and ended.</summary>
    public WorkerOptions Workers { get; } = new();

    /// <summary>Makes the store of the runs' journals; null for an engine without a log.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    internal Func<TimeProvider, ILogger, IRunStore>? RunStore
    {
        get;
        set => field = field is null || value is null ? value : throw new InvalidOperationException("This engine has a log already, and all its runs are in one: call either UseFileLog or UseRedis, and that once.");
    }

    /// <summary>Whether the store is one that workers of other processes share.</summary>
    internal bool HasFleet => _fleetExecution is not null;

    /// <summary>Forgets the store that the program has set up: a command line names another one.</summary>
    internal void ForgetStore() => (RunStore, LogFolder, _fleetExecution) = (null, null, null);

    /// <summary>The folder of the file log; null where there is none.</summary>
    internal string? LogFolder { get; private set; }

    /// <summary>Gives the engine a store that workers of other processes share.</summary>
    /// <param name="store">Makes the store; its journals are <see cref="Fleets.IFleetJournal"/>s.</param>
    /// <param name="execution">Where bodies run, unless <see cref="Execution"/> is set, before or after.</param>
    /// <exception cref="InvalidOperationException">The engine has a store already.</exception>
    internal void UseFleet(Func<TimeProvider, ILogger, IRunStore> store, Execution execution)
    {
        RunStore = store;
        _fleetExecution = execution;
    }

    /// <summary>Makes all runs of the engine durable: what happens in them is written to a folder first, so that a run goes on after its process, or its machine, has gone. Runs that have not ended are resumed by <c>ResumeAllAsync</c>, or by starting them again with the same run id.</summary>
    /// <param name="folder">The folder of all logs, one subfolder for each run; made if it is not there. Several processes of one machine may share it.</param>
    /// <param name="configure">Sets durability, limits and what is kept; null leaves all at their defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range. Whether the folder can be used turns out when the engine is made: <see cref="RunLogException"/>.</exception>
    public void UseFileLog(string folder, Action<FileLogOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var options = new FileLogOptions();
        configure?.Invoke(options);
        var (root, log) = (Path.GetFullPath(folder), options.Checked());
        RunStore = (time, logger) => new FileRunStore(root, log, time, logger);
        LogFolder = root;
    }

    internal ILoggerFactory FindLoggerFactory() =>
        LoggerFactory ?? Services?.GetService(typeof(ILoggerFactory)) as ILoggerFactory ?? NullLoggerFactory.Instance;
}
