using Graflow.Commands;

namespace Graflow.Running;

/// <summary>An engine for as long as a command drives runs: what bodies print is led to standard error, and an interrupt suspends runs that have a log and cancels others.</summary>
internal sealed class EngineSession : IAsyncDisposable
{
    private readonly ConsoleLead? _lead;
    private readonly ConsoleObserver? _follower;
    private readonly Interruption _interruption;
    private readonly CancellationTokenRegistration _suspension;
    private readonly Lazy<Task> _end;

    /// <param name="context">What all commands share.</param>
    /// <param name="telling">How the runs are told.</param>
    /// <param name="log">The folder of the runs' logs; null leaves what the program set up.</param>
    /// <param name="interruption">Disposed of with the session.</param>
    internal EngineSession(CommandContext context, RunTelling telling, string? log, Interruption interruption)
    {
        Log = log;
        _interruption = interruption;
        _lead = context.Streams.AreOfProcess ? new ConsoleLead() : null;
        _follower = telling is { Follows: true, AsJson: false } ? new ConsoleObserver(context.Streams.Error) : null;
        Engine = new WorkflowEngine(options =>
        {
            context.Configure(options);
            LogFolder.Use(log, options);
            if (telling.Follows)
            {
                options.Observers.Add(_follower ?? (IRunObserver)new EventWriter(context.Streams.Error));
            }
        });
        _end = new Lazy<Task>(() => Engine.DisposeAsync().AsTask());
        _suspension = Engine.HasLog ? _interruption.Token.Register(() => _ = _end.Value) : default;
    }

    internal WorkflowEngine Engine { get; }

    /// <summary>The folder that was named; null where the program's own is used, or none.</summary>
    internal string? Log { get; }

    /// <summary>What cancels a run that is started here.</summary>
    internal CancellationToken Cancelled => Engine.HasLog ? CancellationToken.None : _interruption.Token;

    /// <summary>The output of a run that was started or resumed.</summary>
    /// <exception cref="RunEndedException">It ended without one, or was suspended.</exception>
    internal async Task<TOut> OutputOfAsync<TOut>(string workflow, Run<TOut> run)
    {
        await using var ended = run.ConfigureAwait(false);
        try
        {
            return await run.Completion.ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            throw new RunEndedException(workflow, run.Id, cause) { Log = Log };
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
