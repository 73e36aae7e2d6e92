namespace Graflow.Engine;

/// <summary>A wait in a run, whatever its type.</summary>
internal interface IWaitState
{
    /// <summary>Whether it may still open, and take a signal then.</summary>
    bool IsToCome { get; }

    /// <summary>Whether the signal brings what is waited for.</summary>
    bool Fits(Signal signal);
}
