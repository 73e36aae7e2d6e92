namespace Graflow.Redis.Runs;

/// <summary>The making of a run whose id nobody else can have: what is done to it goes right behind, without waiting for the answer. Thread-safe.</summary>
internal sealed class RunCreation
{
    private readonly Lock _gate = new();
    private readonly Func<Task> _create;
    private Task _made;

    /// <param name="create">Makes the run; does nothing to one that is there.</param>
    internal RunCreation(Func<Task> create) => (_create, _made) = (create, Start(create));

    internal bool IsMade => _made.IsCompletedSuccessfully;

    /// <summary>Ends when the run is there. Where the last try failed, makes another one.</summary>
    internal Task MakeAsync()
    {
        lock (_gate)
        {
            return _made = _made.IsFaulted || _made.IsCanceled ? Start(_create) : _made;
        }
    }

    private static Task Start(Func<Task> create)
    {
        var made = create();
        // Whoever needs it to have been made waits for it; nobody may.
        _ = made.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return made;
    }
}
