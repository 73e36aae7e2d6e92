namespace Graflow.Redis.Runs;

/// <summary>What a driver does to its run.</summary>
internal enum LogItemKind
{
    /// <summary>Adds a record.</summary>
    Record,

    /// <summary>Hands an attempt over.</summary>
    Submit,

    /// <summary>Takes an attempt back.</summary>
    Withdraw,

    /// <summary>Drops an outcome.</summary>
    Acknowledge,

    /// <summary>Says what a process must have to drive the run.</summary>
    Flow,

    /// <summary>Ends the run, and the driving of it.</summary>
    End,
}
