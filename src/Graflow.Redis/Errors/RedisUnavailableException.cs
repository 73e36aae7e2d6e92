using Graflow.Fleets;

namespace Graflow;

/// <summary>Redis cannot be reached, or has not answered in time. What was asked for may have been done all the same.</summary>
public sealed class RedisUnavailableException : GraflowException, IFleetFault
{
    internal RedisUnavailableException(string server, string what, Exception? inner = null)
        : base($"Redis at {server} {what} The connection is made again by itself; if that does not help, check the address, the network and the server's log.", inner)
    {
        Server = server;
    }

    /// <summary>The server's address.</summary>
    public string Server { get; }
}
