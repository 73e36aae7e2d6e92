namespace Graflow.Redis.Runs;

/// <summary>The making of a run whose id nobody else can have: what is done to it goes right behind, without waiting for the answer. Thread-safe.</summary>
internal sealed class RunCreation
{
    private readonly Lock _gate = new();
    private readonly Func<Task> _create;
    private readonly Action _then;
    private Task _made;

    /// <param name="create">Makes the run; does nothing to one that is there.</param>
    /// <param name="then">Called, once, when the run is there.</param>
    internal RunCreation(Func<Task> create, Action then)
    {
        (_create, _then) = (create, then);
        _made = Begin();
    }

    internal bool IsMade => _made.IsCompletedSuccessfully;

    /// <summary>Ends when the run is there. Where the last try failed, makes another one.</summary>
    internal Task MakeAsync()
    {
        lock (_gate)
        {
            if (_made.IsFaulted || _made.IsCanceled)
            {
                _made = Begin();
            }

            return _made;
        }
    }

    private Task Begin()
    {
        var made = CreateAsync();
        // Whoever needs the run waits for it; it may be that nobody does.
        _ = made.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return made;
    }

    private async Task CreateAsync()
    {
        await _create().ConfigureAwait(false);
        _then();
    }
}
