namespace Graflow.Redis.Tasks;

/// <summary>How a worker lets go of a task.</summary>
internal enum FinishKind
{
    /// <summary>With an output.</summary>
    Succeeded,

    /// <summary>With a failure; whether it is tried again is the driver's to say.</summary>
    Failed,

    /// <summary>Without having run it to the end: it goes back to its place, and the claim does not count as a delivery.</summary>
    HandedBack,
}
