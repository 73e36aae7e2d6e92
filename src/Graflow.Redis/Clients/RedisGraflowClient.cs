using System.Runtime.CompilerServices;
using Graflow.Redis;
using Graflow.Redis.Connections;

namespace Graflow;

/// <summary>Hands runs to a fleet and asks for what became of them; runs and drives nothing itself, so that it may go while the runs go on. One serves a whole program; thread-safe.</summary>
public sealed class RedisGraflowClient : IAsyncDisposable
{
    private readonly RedisFleet _fleet;
    private readonly WorkflowEngine _engine;

    private RedisGraflowClient(RedisFleet fleet)
    {
        _fleet = fleet;
        _engine = new WorkflowEngine(options => options.UseRedis(fleet));
    }

    /// <summary>The fleet's runs: those that were submitted, and those that engines started themselves.</summary>
    public WorkflowRuns Runs => _engine.Runs;

    /// <summary>Connects to the Redis that the fleet shares.</summary>
    /// <param name="configuration">Where it is, in the text form of StackExchange.Redis: addresses and settings, separated by commas.</param>
    /// <param name="configure">Sets what else the fleet shares, such as the prefix of its keys; null leaves all at the defaults.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="RedisUnavailableException">The server cannot be reached. Later on, a lost connection is made again by itself.</exception>
    /// <exception cref="RedisGuardException">The server would lose or corrupt runs.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Task<RedisGraflowClient> ConnectAsync(string configuration, Action<RedisOptions>? configure = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        var options = new RedisOptions { Configuration = configuration };
        configure?.Invoke(options);
        return ConnectAsync(options, new RedisSetup(TimeProvider.System), ct);
    }

    internal static async Task<RedisGraflowClient> ConnectAsync(RedisOptions options, RedisSetup setup, CancellationToken ct)
    {
        RedisFleet fleet = new(options, setup);
        try
        {
            await fleet.ConnectAsync(ct).ConfigureAwait(false);
            return new RedisGraflowClient(fleet);
        }
        catch
        {
            await fleet.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Hands a run to the fleet. On return it is in Redis, and goes on without this process: a worker that has the workflow, just as it is here, drives it.</summary>
    /// <param name="workflow">A flow that is a <c>[Workflow]</c>.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">How this run differs; null leaves all at the defaults.</param>
    /// <param name="ct">Gives up; the run may have been submitted all the same.</param>
    /// <returns>The run: a new one, or the one that the id or the key of the options stands for.</returns>
    /// <exception cref="FlowDefinitionException">The flow cannot work, or is no workflow that another process could find; nothing was sent.</exception>
    /// <exception cref="NotSerializableException">Something of it cannot travel; nothing was sent.</exception>
    /// <exception cref="PayloadTooLargeException">The input is too large; nothing was sent.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; nothing was sent.</exception>
    /// <exception cref="RunConflictException">There is a run of that id or key, of another workflow or with another input.</exception>
    /// <exception cref="FlowChangedException">There is a run of that id or key, started when the workflow was another one.</exception>
    /// <exception cref="RedisUnavailableException">The server does not answer; the run may have been submitted all the same. With an id or a key, submit it again.</exception>
    /// <exception cref="RedisFullException">The server has no memory for it.</exception>
    public async Task<SubmittedRun<TOut>> SubmitAsync<TIn, TOut>(IExecutable<TIn, TOut> workflow, TIn input, SubmitOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var (run, isNew) = await _engine.SubmitAsync(workflow, input, (options ?? SubmitOptions.Default).Check(), ct).ConfigureAwait(false);
        return new SubmittedRun<TOut>(_engine, run, isNew);
    }

    /// <summary>Hands a run of a workflow that takes no input to the fleet.</summary>
    /// <inheritdoc cref="SubmitAsync{TIn,TOut}(IExecutable{TIn,TOut},TIn,SubmitOptions,CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Task<SubmittedRun<TOut>> SubmitAsync<TOut>(IExecutable<Unit, TOut> workflow, SubmitOptions? options = null, CancellationToken ct = default) =>
        SubmitAsync(workflow, default, options, ct);

    /// <summary>A run that is in Redis already, whoever started it, also one that has ended.</summary>
    /// <param name="workflow">The workflow that it was started with.</param>
    /// <param name="runId">Its id.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunConflictException">The run is one of another workflow.</exception>
    /// <exception cref="FlowChangedException">The workflow is not what it was when the run was started.</exception>
    public async Task<SubmittedRun<TOut>> AttachAsync<TIn, TOut>(IExecutable<TIn, TOut> workflow, string runId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return new SubmittedRun<TOut>(_engine, await _engine.AttachAsync(workflow, runId, ct).ConfigureAwait(false), isNew: false);
    }

    /// <inheritdoc cref="WorkflowEngine.SignalAsync{T}"/>
    public Task SignalAsync<T>(string runId, string name, T value, string? key = null, CancellationToken ct = default) =>
        _engine.SignalAsync(runId, name, value, key, ct);

    /// <summary>Leaves the fleet; what was submitted goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync().ConfigureAwait(false);
        await _fleet.DisposeAsync().ConfigureAwait(false);
    }
}
