namespace Graflow.Workers;

/// <summary>What a slot has.</summary>
internal enum SlotState
{
    /// <summary>No worker.</summary>
    Empty,

    /// <summary>A worker that is not ready yet.</summary>
    Starting,

    /// <summary>A worker that takes calls.</summary>
    Live,

    /// <summary>A worker that is about to end, or has ended and is being cleared away.</summary>
    Ending,
}
