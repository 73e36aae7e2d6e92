namespace Graflow;

/// <summary>A run under way or ended: its result, its events, and the results of its tasks. Thread-safe. Dispose of it to cancel what still runs and to free what it keeps.</summary>
/// <typeparam name="TOut">What the flow yields.</typeparam>
public sealed class Run<TOut> : IAsyncDisposable
{
    private readonly RunCompletion<TOut> _completion;
    private readonly RunScope _scope;
    private RunDriver? _driver;
    private Frame? _root;

    internal Run(RunDriver driver, RunCompletion<TOut> completion)
    {
        _completion = completion;
        _scope = driver.Scope;
        _driver = driver;
        _root = driver.Root;
    }

    /// <summary>The run's id.</summary>
    public string Id => _scope.RunId;

    /// <summary>Where the run is.</summary>
    public RunStatus Status => _completion.Task.IsCompleted ? _completion.Status : _driver is { IsWaiting: true } ? RunStatus.Waiting : RunStatus.Running;

    /// <summary>The flow's output, or what ended the run; the same exceptions as from <c>RunAsync</c>.</summary>
    public Task<TOut> Completion => _completion.Task;

    /// <summary>All events from the first on, then those to come, until the run's last one; the same again for every reader, also after the end.</summary>
    /// <exception cref="InvalidOperationException">The run keeps no events (<see cref="RunOptions.Keep"/>).</exception>
    /// <exception cref="ObjectDisposedException">The run was disposed of.</exception>
    public IAsyncEnumerable<RunEvent> Events => Kept().Recorder.ReadAllAsync(CancellationToken.None);

    /// <summary>Cancels the run, whatever the policies in it say. A run that ended stays as it is.</summary>
    /// <returns>Once the run ended.</returns>
    public async Task CancelAsync()
    {
        _driver?.Cancel("CancelAsync was called.");
        await ((Task)Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What became of a task: the value of its last iteration, or why there is none.</summary>
    /// <exception cref="ArgumentException">The task does not stand in the flow itself; a task inside a <c>ForEach</c> has <see cref="OutcomesOf{TIn,TResult}"/>.</exception>
    /// <exception cref="InvalidOperationException">The run keeps no results (<see cref="RunOptions.Keep"/>).</exception>
    /// <exception cref="ObjectDisposedException">The run was disposed of.</exception>
    public Outcome<TResult> OutcomeOf<TIn, TResult>(TaskNode<TIn, TResult> node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (_, root) = Kept();
        return root.Plan.TryFind(node, out var vertex)
            ? root.States[vertex.Index].ReadOutcome<TResult>()
            : throw new ArgumentException($"{node} does not stand in this flow. A task inside a ForEach has OutcomesOf; a task that was reached by Next has none of its own.", nameof(node));
    }

    /// <summary>What became of a task inside a <c>ForEach</c>, for each element in input order; empty before the elements are known.</summary>
    /// <exception cref="ArgumentException">The task stands in no <c>ForEach</c> of the flow.</exception>
    /// <exception cref="InvalidOperationException">The run keeps no results (<see cref="RunOptions.Keep"/>).</exception>
    /// <exception cref="ObjectDisposedException">The run was disposed of.</exception>
    public IReadOnlyList<Outcome<TResult>> OutcomesOf<TIn, TResult>(TaskNode<TIn, TResult> node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (_, root) = Kept();
        var outcomes = new List<Outcome<TResult>>();
        foreach (var state in root.States)
        {
            if (state is IElementOutcomes map && map.TryCollect(node, outcomes))
            {
                return outcomes;
            }
        }

        throw new ArgumentException($"{node} stands in no ForEach of this flow; a task of the flow itself has OutcomeOf.", nameof(node));
    }

    /// <summary>Cancels the run if it still runs, and frees what it keeps. A run of an engine with a log goes on: only <see cref="CancelAsync"/> ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_scope.Durable is not null)
        {
            (_driver, _root) = (null, null);
            return;
        }

        await CancelAsync().ConfigureAwait(false);
        // Whoever disposes of a run without asking for its result has given up on its error too.
        _ = Completion.Exception;
        (_driver, _root, _scope.Recorder) = (null, null, null);
    }

    private (RunRecorder Recorder, Frame Root) Kept()
    {
        if (!_scope.KeepsResults)
        {
            throw new InvalidOperationException("This run keeps neither events nor results: it was started with RunOptions.Keep = false.");
        }

        var (recorder, root) = (_scope.Recorder, _root);
        ObjectDisposedException.ThrowIf(recorder is null || root is null, this);
        return (recorder, root);
    }
}
