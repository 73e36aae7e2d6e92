using Graflow.Logs;
using Graflow.Telemetry;

namespace Graflow.Engine;

/// <summary>Starts a durable run, or goes on with one, or attaches to one that the engine drives.</summary>
internal sealed class RunOpening<TIn, TOut>(WorkflowEngine engine, IRunStore store, DurableRequest<TIn, TOut> request, bool isStart)
{
    private readonly DrivenRun _mine = new(request.Start.RunId);

    private string RunId => request.Start.RunId;

    internal async Task<Run<TOut>> OpenAsync(CancellationToken ct)
    {
        while (engine.Driven.GetOrAdd(_mine) is var live && !ReferenceEquals(live, _mine))
        {
            // What kept another caller from opening the run, such as an input or a token of its own, need not keep this one.
            await ((Task)live.Opened).WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (live.Opened.IsCompletedSuccessfully)
            {
                return Attach(live);
            }
        }

        try
        {
            engine.ThrowIfDisposed();
            return isStart && await TryCreateAsync(ct).ConfigureAwait(false) is { } created
                ? await BeginAsync(created, ct).ConfigureAwait(false)
                : await ResumeAsync(ct).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            engine.Driven.Remove(_mine);
            _mine.Fail(exception);
            throw;
        }
    }

    /// <summary>A run that ended, as whoever drove it saw it; nobody is locked out.</summary>
    internal Task<Run<TOut>> ReadAsync(JournalContent content, CancellationToken ct)
    {
        var history = RunHistory.Read(content);
        request.CheckSame(history.Start, isStart);
        return ReplayAsync(new SealedJournal(history.Content), history, ct);
    }

    private Run<TOut> Attach(DrivenRun live)
    {
        request.CheckSame(live.Start, isStart);
        return live.Completion is RunCompletion<TOut> completion ? new Run<TOut>(live.Driver, completion) : throw request.Conflict(live.Start);
    }

    // Whoever gets a handle gets that of a run that is there, and what a channel begins with is put into one.
    private async ValueTask<IRunJournal?> TryCreateAsync(CancellationToken ct) => request is { IsAwaited: true, Options: { RunId: null, Channel: null } }
        ? await store.CreateAsync(RunId, ct).ConfigureAwait(false)
        : await store.TryCreateAsync(RunId, ct).ConfigureAwait(false);

    private async Task<Run<TOut>> BeginAsync(IRunJournal journal, CancellationToken ct)
    {
        DurableRun durable;
        RunDriver driver;
        RunCompletion<TOut> completion;
        try
        {
            durable = new DurableRun(journal, engine.Time, request.Start.Time, history: null);
            (driver, completion) = Prepare(durable, request.Options with { RunId = RunId });
            if (durable.StoredChannel is { } channel)
            {
                await RunChannel.InitializeAsync(channel, request.Options, ct).ConfigureAwait(false);
            }
            else
            {
                driver.Scope.InitializeChannel();
            }

            durable.Begin(request.Start);
        }
        catch
        {
            await ForgetAsync(journal).ConfigureAwait(false);
            throw;
        }

        driver.Scope.Start();
        durable.Open();
        driver.Watch(request.Options.Deadline, ct);
        _mine.Open(request.Start, driver, completion);
        ThreadPool.UnsafeQueueUserWorkItem(static start => start.Driver.Begin(start.Input), (Driver: driver, request.Input), preferLocal: false);
        return new Run<TOut>(driver, completion);
    }

    // Nothing ran: the run was never started.
    private async Task ForgetAsync(IRunJournal journal)
    {
        await journal.DisposeAsync().ConfigureAwait(false);
        try
        {
            await store.DeleteAsync(RunId, CancellationToken.None).ConfigureAwait(false);
        }
        catch (GraflowException)
        {
            // What kept it from being started is what the caller hears of.
        }
    }

    private async Task<Run<TOut>> ResumeAsync(CancellationToken ct)
    {
        var journal = await OpenJournalAsync(ct).ConfigureAwait(false);
        try
        {
            if (journal.Content.Records.Count == 0)
            {
                return isStart ? await BeginAsync(journal, ct).ConfigureAwait(false) : throw RunLogException.Empty(RunId);
            }

            var history = RunHistory.Read(journal.Content);
            request.CheckSame(history.Start, isStart);
            if (history.End is not null)
            {
                // Its process may have died before it could say so.
                journal.Complete();
                await journal.DisposeAsync().ConfigureAwait(false);
                journal = new SealedJournal(history.Content);
            }

            return await ReplayAsync(journal, history, ct).ConfigureAwait(false);
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the journal. One that ended can be read while somebody else reads it too.</summary>
    private async Task<IRunJournal> OpenJournalAsync(CancellationToken ct)
    {
        try
        {
            return await store.OpenAsync(RunId, ct).ConfigureAwait(false);
        }
        catch (RunLockedException)
        {
            if (await ReadEndedAsync(ct).ConfigureAwait(false) is { } content)
            {
                return new SealedJournal(content);
            }

            throw;
        }
    }

    /// <returns>Null for a run that has not ended, such as one whose first record is on its way.</returns>
    private async Task<JournalContent?> ReadEndedAsync(CancellationToken ct)
    {
        try
        {
            var content = await store.ReadAsync(RunId, ct).ConfigureAwait(false);
            return content.Records.Count > 0 && RunHistory.Read(content).End is not null ? content : null;
        }
        catch (RunNotFoundException)
        {
            return null;
        }
    }

    private async Task<Run<TOut>> ReplayAsync(IRunJournal journal, RunHistory history, CancellationToken ct)
    {
        var start = history.Start;
        var options = new RunOptions
        {
            RunId = RunId,
            MaxSteps = start.MaxSteps,
            Deadline = start.Deadline,
            Execution = ExecutionText.Read(start.Execution),
        };
        var durable = new DurableRun(journal, engine.Time, start.Time, history);
        var (driver, completion) = Prepare(durable, options);
        engine.Live.Add(RunId, driver.Scope);
        driver.Scope.Recorder?.Restore(new JournalEvents(history, request.Plan).Read());
        await durable.Inbox!.FetchAsync(ct).ConfigureAwait(false);
        driver.Replay(PayloadSerializer.Deserialize<TIn>(start.Input.Span), durable);
        if (completion.Error is RunLogException failure)
        {
            await ((Task)completion.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw (Exception?)(failure.InnerException as FlowChangedException) ?? failure;
        }

        if (history.End is not null)
        {
            // Whoever asks for the status of a run that ended is told how.
            await ((Task)completion.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else if (!driver.IsEnded)
        {
            driver.Watch(start.Deadline is { } deadline ? deadline - (engine.Time.GetUtcNow() - start.Time) : null, ct);
        }

        _mine.Open(start, driver, completion);
        return new Run<TOut>(driver, completion);
    }

    private (RunDriver Driver, RunCompletion<TOut> Completion) Prepare(DurableRun durable, RunOptions options)
    {
        var completion = new RunCompletion<TOut> { Durable = durable, Closed = () => engine.Driven.Remove(_mine) };
        var scope = new RunScope(engine, options, options.Execution ?? engine.DefaultExecution, request.Plan)
        {
            KeepsResults = request.KeepsResults,
            Durable = durable,
        };
        scope.Recorder = engine.CreateRecorder(scope, isObserved: !durable.HasEnded);
        scope.Telemetry = GraflowInstruments.IsListenedTo ? new RunTelemetry(scope) : null;
        var driver = new RunDriver();
        driver.Prepare(request.Plan, scope, completion);
        durable.Attach(driver);
        return (driver, completion);
    }
}
