using System.Runtime.CompilerServices;
using Graflow.Logs;
using Graflow.Observers;
using Graflow.Resilience;
using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow;

/// <summary>Runs flows. Needs nothing but itself; thread-safe: one engine serves a whole program, and thousands of runs at once.</summary>
public sealed partial class WorkflowEngine : IAsyncDisposable
{
    private readonly ObserverPump? _pump;
    private readonly Execution _execution;
    private volatile bool _isDisposed;

    /// <summary>Creates an engine.</summary>
    /// <param name="configure">Sets services, handlers, observers, the clock; called once, before the constructor returns; null leaves all at their defaults.</param>
    public WorkflowEngine(Action<WorkflowEngineOptions>? configure = null)
    {
        var options = new WorkflowEngineOptions();
        configure?.Invoke(options);
        var loggers = options.FindLoggerFactory();
        Services = options.Services;
        Handlers = options.Handlers.Copy();
        Time = options.TimeProvider;
        Logger = new QuietLogger(loggers.CreateLogger("Graflow"));
        TaskLogger = loggers.CreateLogger("Graflow.Task");
        Resilience = new ResilienceRegistry(Time);
        Cache = new ResultCache(Time);
        Jitter = options.Jitter ?? Chance.Next;
        _execution = options.Execution;
        HasFleet = options.HasFleet;
        Pools = new WorkerPools(options.Workers.Checked(), Time, Logger);
        Store = options.RunStore?.Invoke(Time, Logger);
        _pump = options.Observers.Count == 0 ? null : new ObserverPump([.. options.Observers], Logger);
    }

    internal Execution DefaultExecution => _execution;

    internal IServiceProvider? Services { get; }

    internal HandlerCollection Handlers { get; }

    internal TimeProvider Time { get; }

    internal ILogger Logger { get; }

    internal ILogger TaskLogger { get; }

    internal Func<double> Jitter { get; }

    internal ResilienceRegistry Resilience { get; }

    internal ResultCache Cache { get; }

    internal WorkerPools Pools { get; }

    /// <summary>Where the runs' journals are; null without a log.</summary>
    internal IRunStore? Store { get; }

    /// <summary>Whether the store is one that workers of other processes share.</summary>
    internal bool HasFleet { get; }

    internal DriverPool Drivers { get; } = new();

    internal LiveRuns Live { get; } = new();

    /// <summary>Runs a flow to its end.</summary>
    /// <param name="flow">A flow, a group or a task.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">How this run differs; null leaves all at the defaults.</param>
    /// <param name="ct">Cancels the run, also when it has fired already.</param>
    /// <returns>The flow's output, or what ended the run; what is wrong with the flow or the options is thrown by the call itself. A run without a deadline, a task timeout or a token that can fire starts on the caller's thread, as any asynchronous method does.</returns>
    /// <exception cref="FlowDefinitionException">The flow cannot work; nothing has run.</exception>
    /// <exception cref="UnknownHandlerException">A task asks for a handler that the engine does not have; nothing has run.</exception>
    /// <exception cref="ArgumentException">An option is out of range; nothing has run.</exception>
    /// <exception cref="TaskFailedException">A task failed; the original exception is inside.</exception>
    /// <exception cref="TaskTimeoutException">A task, or what stands in a <c>Within</c>, took too long.</exception>
    /// <exception cref="CircuitOpenException">A task's circuit was open, so that it was not even tried.</exception>
    /// <exception cref="ParallelGroupException">A group, or a <c>ForEach</c>, failed.</exception>
    /// <exception cref="RunCancelledException">The run was cancelled.</exception>
    /// <exception cref="RunDeadlineException">The run took too long.</exception>
    /// <exception cref="MaxStepsExceededException">The run continued too often.</exception>
    public Task<TOut> RunAsync<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, RunOptions? options = null, CancellationToken ct = default)
    {
        if (Store is not null)
        {
            return CompletionOf(StartDurablyAsync(flow, input, options ?? RunOptions.Default, keepsResults: false, ct));
        }

        var completion = new RunCompletion<TOut>();
        Start(flow, input, options ?? RunOptions.Default, completion, keepsResults: false, ct);
        return completion.Task;
    }

    /// <summary>Runs a flow that takes no input to its end.</summary>
    /// <inheritdoc cref="RunAsync{TIn,TOut}(IExecutable{TIn,TOut},TIn,RunOptions,CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Task<TOut> RunAsync<TOut>(IExecutable<Unit, TOut> flow, RunOptions? options = null, CancellationToken ct = default) =>
        RunAsync(flow, default, options, ct);

    /// <summary>Starts a flow and returns at once; the run can be watched, cancelled and asked for the results of its tasks.</summary>
    /// <param name="flow">A flow, a group or a task.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">How this run differs; null leaves all at the defaults.</param>
    /// <param name="ct">Cancels the run, also after this method returned.</param>
    /// <returns>The run; no body runs on the caller's thread. Dispose of it.</returns>
    /// <exception cref="FlowDefinitionException">The flow cannot work; nothing has run.</exception>
    /// <exception cref="UnknownHandlerException">A task asks for a handler that the engine does not have; nothing has run.</exception>
    /// <exception cref="ArgumentException">An option is out of range; nothing has run.</exception>
    public Task<Run<TOut>> StartAsync<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, RunOptions? options = null, CancellationToken ct = default)
    {
        options ??= RunOptions.Default;
        if (Store is not null)
        {
            return StartDurablyAsync(flow, input, options, keepsResults: true, ct);
        }

        var completion = new RunCompletion<TOut>();
        var driver = Start(flow, input, options, completion, keepsResults: true, ct);
        return Task.FromResult(new Run<TOut>(driver, completion));
    }

    /// <summary>Starts a flow that takes no input.</summary>
    /// <inheritdoc cref="StartAsync{TIn,TOut}(IExecutable{TIn,TOut},TIn,RunOptions,CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Task<Run<TOut>> StartAsync<TOut>(IExecutable<Unit, TOut> flow, RunOptions? options = null, CancellationToken ct = default) =>
        StartAsync(flow, default, options, ct);

    /// <summary>Suspends the runs that are in the log, so that they can be resumed. Ends the engine's child processes and containers, and waits until the observers have seen everything that happened so far. Runs that are under way go on, but for bodies in those processes, which are killed and fail.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await SuspendAsync().ConfigureAwait(false);
        await Pools.DisposeAsync().ConfigureAwait(false);
        if (Store is not null)
        {
            await Store.DisposeAsync().ConfigureAwait(false);
        }

        if (_pump is not null)
        {
            await _pump.WhenIdleAsync().ConfigureAwait(false);
        }
    }
}
