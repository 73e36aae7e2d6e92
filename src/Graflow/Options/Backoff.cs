namespace Graflow;

/// <summary>How the pause between attempts grows.</summary>
public enum Backoff
{
    /// <summary>The same pause every time.</summary>
    Fixed,

    /// <summary>The pause, twice the pause, three times the pause, …</summary>
    Linear,

    /// <summary>The pause, twice the pause, four times the pause, …</summary>
    Exponential,
}
