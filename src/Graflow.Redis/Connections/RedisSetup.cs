using System.Security.Cryptography;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Connections;

/// <summary>What a connection is given besides its options.</summary>
/// <param name="Time">The engine's clock, for time limits in this process; moments in Redis are the server's.</param>
internal sealed record RedisSetup(TimeProvider Time)
{
    internal ScriptLibrary Scripts { get; init; } = new();

    /// <summary>Whether leases are renewed by themselves; false for tests that set the server's clock by hand.</summary>
    internal bool HasHeartbeat { get; init; } = true;

    /// <summary>A number from 0 to below 1.</summary>
    internal Func<double> Chance { get; init; } = static () => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);
}
