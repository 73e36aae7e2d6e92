namespace Graflow.Workers;

/// <summary>Where a request to a pool stands.</summary>
internal enum RequestState
{
    /// <summary>In line.</summary>
    Waiting,

    /// <summary>Has a slot.</summary>
    Held,

    /// <summary>Answered, failed or taken back.</summary>
    Over,
}
