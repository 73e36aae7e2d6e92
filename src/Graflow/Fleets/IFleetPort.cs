using Microsoft.Extensions.Logging;

namespace Graflow.Fleets;

/// <summary>What a body in a worker of the fleet has of its run while it runs. Called concurrently; what cannot be told any more is dropped, and only the channel throws.</summary>
internal interface IFleetPort
{
    /// <summary>The run's channel.</summary>
    IChannel Channel { get; }

    /// <summary>Hands a line of the body's logger to the run's driver.</summary>
    void Log(LogLevel level, string message);

    /// <summary>Hands a line that the body's process wrote to the run's driver.</summary>
    void Output(OutputStream stream, string line);

    /// <summary>Tells how far the body is, from 0 to 1.</summary>
    void Progress(double fraction, string? text);

    /// <summary>Ends the run as cancelled.</summary>
    void CancelRun(string reason);
}
