using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>What a body in a worker tells its run while it runs; what it says arrives before its end does. Called concurrently.</summary>
internal interface IAttemptPort
{
    /// <summary>The run's channel.</summary>
    IChannel Channel { get; }

    /// <summary>Whether the attempt was ended from outside, so that its body must not act on the run any more.</summary>
    bool IsOver { get; }

    /// <summary>Hands a line of the body's logger to the run's process.</summary>
    void Log(LogLevel level, string message);

    /// <summary>Tells how far the body is, from 0 to 1.</summary>
    void Progress(double fraction, string? text);

    /// <summary>Ends the run as cancelled.</summary>
    void CancelRun(string reason);
}
