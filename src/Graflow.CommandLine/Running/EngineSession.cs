using Graflow.Commands;
using Graflow.Fleets;

namespace Graflow.Running;

/// <summary>An engine for as long as a command drives runs: what bodies print is led to standard error, and an interrupt suspends runs that have a log and cancels others.</summary>
internal sealed class EngineSession : IAsyncDisposable
{
    private readonly StorePlace _place;
    private readonly ConsoleLead? _lead;
    private readonly ConsoleObserver? _follower;
    private readonly TextWriter? _notes;
    private readonly Interruption _interruption;
    private readonly CancellationTokenRegistration _suspension;
    private readonly Lazy<Task> _end;
    private int _isNoted;

    /// <param name="context">What all commands share.</param>
    /// <param name="telling">How the runs are told.</param>
    /// <param name="place">Where the runs are kept.</param>
    /// <param name="interruption">Disposed of with the session.</param>
    internal EngineSession(CommandContext context, RunTelling telling, StorePlace place, Interruption interruption)
    {
        _place = place;
        _interruption = interruption;
        // Beside the events of a run nothing is written that is none.
        _notes = telling is { Follows: true, AsJson: true } ? null : context.Streams.Error;
        _follower = telling is { Follows: true, AsJson: false } ? new ConsoleObserver(context.Streams.Error) : null;
        Engine = new WorkflowEngine(options =>
        {
            context.Configure(options);
            place.Use(options);
            if (telling.Follows)
            {
                options.Observers.Add(_follower ?? (IRunObserver)new EventWriter(context.Streams.Error));
            }
        });
        _lead = context.Streams.AreOfProcess ? new ConsoleLead() : null;
        _end = new Lazy<Task>(() => Engine.DisposeAsync().AsTask());
        _suspension = Engine.HasLog ? _interruption.Token.Register(() => _ = _end.Value) : default;
    }

    internal WorkflowEngine Engine { get; }

    /// <summary>What cancels a run that is started here.</summary>
    private CancellationToken Cancelled => Engine.HasLog ? CancellationToken.None : _interruption.Token;

    /// <summary>Runs a workflow to its end.</summary>
    /// <returns>The run's id and its output.</returns>
    /// <exception cref="RunEndedException">It ended without one, or was suspended.</exception>
    internal async Task<(string RunId, TOut Output)> RunAsync<TIn, TOut>(string workflow, IExecutable<TIn, TOut> flow, TIn input, RunOptions options)
    {
        try
        {
            var run = await Engine.StartAsync(flow, input, options, Cancelled).ConfigureAwait(false);
            return (run.Id, await OutputOfAsync(workflow, run).ConfigureAwait(false));
        }
        catch (RunLockedException locked) when (Engine.Fleet is not null)
        {
            var (run, _) = await Engine.SubmitAsync(flow, input, options with { RunId = locked.RunId }, _interruption.Token).ConfigureAwait(false);
            return (run.RunId, await OutputOfAsync(workflow, run).ConfigureAwait(false));
        }
        catch (ObjectDisposedException) when (_interruption.Token.IsCancellationRequested)
        {
            throw BeforeTheRun();
        }
    }

    /// <summary>Goes on with a run to its end. One of a fleet that a worker drives is waited for.</summary>
    /// <exception cref="RunEndedException">It ended without an output, or was suspended.</exception>
    internal async Task<TOut> ResumeAsync<TIn, TOut>(string workflow, IExecutable<TIn, TOut> flow, string runId)
    {
        try
        {
            return await OutputOfAsync(workflow, await Engine.ResumeAsync(flow, runId).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (RunLockedException) when (Engine.Fleet is not null)
        {
            return await OutputOfAsync(workflow, await Engine.AttachAsync(flow, runId, _interruption.Token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (_interruption.Token.IsCancellationRequested)
        {
            throw BeforeTheRun();
        }
    }

    // The interrupt has ended the engine before it had a run that it could suspend.
    private OperationCanceledException BeforeTheRun() => new(_interruption.Token);

    private async Task<TOut> OutputOfAsync<TOut>(string workflow, FleetRunHandle<TOut> run)
    {
        try
        {
            return await run.WaitAsync(_interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_interruption.Token.IsCancellationRequested)
        {
            throw new WaitEndedException(run.RunId, _place);
        }
        catch (Exception cause)
        {
            throw new RunEndedException(workflow, run.RunId, cause) { Place = _place };
        }
    }

    private async Task<TOut> OutputOfAsync<TOut>(string workflow, Run<TOut> run)
    {
        await using var ended = run.ConfigureAwait(false);
        using var noted = _interruption.Token.Register(Note);
        try
        {
            return await run.Completion.ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            throw new RunEndedException(workflow, run.Id, cause) { Place = _place };
        }
    }

    private void Note()
    {
        if (Interlocked.Exchange(ref _isNoted, 1) == 0)
        {
            _notes?.WriteLine("Interrupted: what runs is told to end, and waited for. A second signal ends the program at once.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _suspension.DisposeAsync().ConfigureAwait(false);
        await _end.Value.ConfigureAwait(false);
        _follower?.Dispose();
        _lead?.Dispose();
        _interruption.Dispose();
    }
}
