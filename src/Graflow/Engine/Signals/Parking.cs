namespace Graflow.Engine;

/// <summary>One use of a wait or a delay: what it waits for, until when, and what came. Everything that changes is guarded by <see cref="RunWaits"/>.</summary>
internal sealed class Parking : IThreadPoolWorkItem
{
    internal Parking(RunWaits waits, VertexState state, DateTimeOffset? dueAt)
    {
        (Waits, State, DueAt) = (waits, state, dueAt);
        Node = new LinkedListNode<Parking>(this);
    }

    internal RunWaits Waits { get; }

    internal VertexState State { get; }

    internal DateTimeOffset? DueAt { get; }

    /// <summary>The signal's name; null for a delay.</summary>
    internal string? Name => ((IWaitVertex)State.Vertex).Name;

    /// <summary>What a signal's key must be.</summary>
    internal string Key => field ??= ((IWaitVertex)State.Vertex).Key ?? State.Path;

    /// <summary>The place among all that is parked.</summary>
    internal LinkedListNode<Parking> Node { get; }

    internal ParkingPhase Phase { get; set; }

    /// <summary>What came.</summary>
    internal Signal? Signal { get; set; }

    internal IDisposable? Timer { get; set; }

    /// <summary>Whether the signal is for this wait, and brings what it waits for.</summary>
    internal bool Accepts(Signal signal) => IsMeant(signal) && ((IWaitState)State).Fits(signal);

    /// <summary>Whether the signal is for this wait by its name and key.</summary>
    internal bool IsMeant(Signal signal) => Name == signal.Name && (signal.Key is null || signal.Key == Key);

    /// <summary>Goes on after a signal, on a thread of the pool: whoever sends one must not run what comes after.</summary>
    void IThreadPoolWorkItem.Execute() => GoOn();

    /// <summary>Runs the vertex again; called once, by whoever ended the wait.</summary>
    internal void GoOn()
    {
        State.Frame.Driver.Expire(State);
        Waits.WentOn();
    }
}
