namespace Graflow;

/// <summary>Why a run does not take a signal.</summary>
public enum SignalRefusal
{
    /// <summary>No run with that id is under way: it ended, or never began.</summary>
    NoRun,

    /// <summary>Every wait that it could have been for is over, and no later one can come.</summary>
    NoWait,

    /// <summary>The wait is for another type.</summary>
    WrongType,
}
