namespace Graflow.Redis.Runs;

/// <summary>A run whose id nobody else can have, and that is made by the first that is done to it. Thread-safe.</summary>
/// <param name="driver">Who makes it.</param>
/// <param name="make">Makes the run by itself; does nothing to one that is there.</param>
internal sealed class RunCreation(Driver driver, Func<Task> make)
{
    private int _isMade;

    /// <summary>Called, once, when the run is there.</summary>
    internal required Action Made { private get; init; }

    internal bool IsMade => Volatile.Read(ref _isMade) != 0;

    /// <summary>Who makes the run with a call; null once it is there.</summary>
    internal Driver? Maker => IsMade ? null : driver;

    /// <summary>Makes the run for what is done to it otherwise than by its log.</summary>
    internal async Task MakeAsync()
    {
        await make().ConfigureAwait(false);
        Tell();
    }

    /// <summary>Redis has answered: the run is there.</summary>
    internal void Tell()
    {
        if (!IsMade && Interlocked.Exchange(ref _isMade, 1) == 0)
        {
            Made();
        }
    }
}
