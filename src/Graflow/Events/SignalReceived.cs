namespace Graflow;

/// <summary>A signal came in, for a wait that is open or for one to come. Events never carry values.</summary>
public sealed class SignalReceived : RunEvent
{
    /// <summary>The signal's name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The key that it was sent with; null for any wait of the name.</summary>
    public string? Key { get; internal init; }
}
