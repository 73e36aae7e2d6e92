using Graflow.Fleets;

namespace Graflow;

/// <summary>The memory of Redis is full, so it takes no more work. Nothing of what was asked for has been written; what is there already can still be finished, which frees memory.</summary>
public sealed class RedisFullException : GraflowException, IFleetFault
{
    internal RedisFullException(string server, Exception? inner = null)
        : base($"Redis at {server} has reached its maxmemory and took nothing of this. Raise maxmemory, let workers finish what waits, shorten the retention of ended runs, or send smaller payloads; then try again.", inner)
    {
        Server = server;
    }

    /// <summary>The server's address.</summary>
    public string Server { get; }
}
