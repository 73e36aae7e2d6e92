using Graflow.Fleets;

namespace Graflow;

/// <summary>The server that was found would lose or corrupt runs, does not let this process in, or not do what a fleet does, or has a fleet that is divided in another way.</summary>
public sealed class RedisGuardException : GraflowException, IFleetFault
{
    private const string Rights = "~{gf:* &{gf:* +@all -@admin -@dangerous +info";

    private RedisGuardException(string message, (string Setting, string Found, string Expected) seen, Exception? inner = null)
        : base(message, inner)
    {
        (Setting, Found, Expected) = seen;
    }

    /// <summary>What was looked at, such as <c>maxmemory-policy</c>, <c>password</c>, <c>rights</c> or <c>cells</c>.</summary>
    public string Setting { get; }

    /// <summary>What the server has, or answers.</summary>
    public string Found { get; }

    /// <summary>What it must have.</summary>
    public string Expected { get; }

    internal static RedisGuardException TooOld(string server, string found, Version needed) =>
        Of(server, ("version", found, $"{needed} or newer"), "Upgrade the server, or use another one; Valkey of any version will do.");

    internal static RedisGuardException Evicts(string server, string found) => Of(
        server,
        ("maxmemory-policy", found, "noeviction"),
        "With any other, a full server throws tasks and results away. Set 'maxmemory-policy noeviction' in redis.conf, or in the parameters of a managed server; RedisOptions.AllowEviction = true accepts the loss.");

    internal static RedisGuardException Divided(string server, RedisOptions options, string found, string key) => new(
        $"The fleet {options.KeyPrefix} in Redis at {server} has {found} cells, and this process was told of {options.Cells}: it would look for runs where they are not. Set RedisOptions.Cells to {found}, as in every process of the fleet; for another number stop all of them, and delete the key {key} once no run is left that is needed.",
        ("cells", found, $"{options.Cells}"));

    internal static RedisGuardException LocksOut(string server, Exception inner) => new(
        $"Redis at {server} does not let this process in without a password, or not with the one that it has. Give that of the server's default user beside the address, as in {server},password=…",
        ("password", "none, or a wrong one", "that of the server's default user"),
        inner);

    internal static RedisGuardException Forbids(string server, string found, Exception inner) => new(
        $"Redis at {server} does not let its user do what a fleet does: {found}. The user needs the keys and the channels that begin with the fleet's prefix, INFO, and all commands that are neither administrative nor dangerous: ACL SETUSER default {Rights}",
        ("rights", found, Rights),
        inner);

    private static RedisGuardException Of(string server, (string Setting, string Found, string Expected) seen, string advice) =>
        new($"Redis at {server} has {seen.Setting} {seen.Found}, and {seen.Expected} is needed. {advice}", seen);
}
