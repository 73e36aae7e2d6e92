using Graflow.Fleets;

namespace Graflow;

/// <summary>The server that was found would lose or corrupt runs, so nothing was started on it.</summary>
public sealed class RedisGuardException : GraflowException, IFleetFault
{
    private RedisGuardException(string server, string setting, string found, string expected, string advice)
        : base($"Redis at {server} has {setting} {found}, and {expected} is needed. {advice}")
    {
        Setting = setting;
        Found = found;
        Expected = expected;
    }

    /// <summary>What was looked at, such as <c>maxmemory-policy</c>.</summary>
    public string Setting { get; }

    /// <summary>What the server has.</summary>
    public string Found { get; }

    /// <summary>What it must have.</summary>
    public string Expected { get; }

    internal static RedisGuardException TooOld(string server, string found, Version needed) =>
        new(server, "version", found, $"{needed} or newer", "Upgrade the server, or use another one; Valkey of any version will do.");

    internal static RedisGuardException Evicts(string server, string found) => new(
        server, "maxmemory-policy", found, "noeviction",
        "With any other, a full server throws tasks and results away. Set 'maxmemory-policy noeviction' in redis.conf, or in the parameters of a managed server; RedisOptions.AllowEviction = true accepts the loss.");
}
