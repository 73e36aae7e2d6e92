namespace Graflow.Engine;

/// <summary>What the checks and the news of a run need to know of a wait or a delay, whatever its type.</summary>
internal interface IWaitVertex
{
    /// <summary>The signal's name; null for a delay.</summary>
    string? Name { get; }

    /// <summary>What a signal's key must be; null means the wait's path.</summary>
    string? Key { get; }

    /// <summary>How long at most, or just how long; null means without end.</summary>
    TimeSpan? Time { get; }

    /// <summary>What comes out of it.</summary>
    Type ValueType { get; }

    /// <summary>A signal for this wait, with a value of <see cref="ValueType"/>.</summary>
    Signal Answer(string id, string? key, object value);
}
