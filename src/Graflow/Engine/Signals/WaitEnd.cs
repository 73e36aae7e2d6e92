namespace Graflow.Engine;

/// <summary>How the last wait of a name ended.</summary>
internal enum WaitEnd
{
    /// <summary>There was none.</summary>
    None,
    Answered,
    TimedOut,
    Cancelled,
}
