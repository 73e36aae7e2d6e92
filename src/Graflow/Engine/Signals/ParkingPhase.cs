namespace Graflow.Engine;

/// <summary>Where one use of a wait or a delay is.</summary>
internal enum ParkingPhase
{
    /// <summary>Made, and not shown to anybody yet.</summary>
    New,

    /// <summary>It waits.</summary>
    Open,

    /// <summary>A signal came.</summary>
    Answered,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Nobody wants it any more.</summary>
    Closed,
}
