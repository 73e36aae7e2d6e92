using System.Globalization;
using Graflow.Redis.Keys;
using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>Looks at a server before anything is trusted to it.</summary>
internal static class RedisGuards
{
    // Functions in scripts' first lines, and ZSETs and streams as the scripts use them.
    private static readonly Version Oldest = new(7, 0);

    /// <exception cref="RedisUnavailableException">None of those that answer is a master, so that nothing is known of the one that would keep the runs.</exception>
    internal static async Task<IReadOnlyList<IServer>> MastersOfAsync(ConnectionMultiplexer multiplexer, string address)
    {
        List<IServer> masters = [];
        var servers = multiplexer.GetEndPoints().Select(point => multiplexer.GetServer(point)).Where(static server => server.IsConnected).ToList();
        foreach (var server in servers)
        {
            if (Field(await InfoAsync(server, "replication").ConfigureAwait(false), "role") == "master")
            {
                masters.Add(server);
            }
        }

        return masters.Count > 0 ? masters
            : servers.Count > 0 ? throw new RedisUnavailableException(address, "cannot serve now: it answers as a replica, and no master that could be asked for its version and its maxmemory-policy is connected.")
            : throw new TimeoutException("The connection ended before the server was asked what it is.");
    }

    /// <summary>Whether there is no server that could not be asked.</summary>
    internal static bool AreAllConnected(ConnectionMultiplexer multiplexer) =>
        Array.TrueForAll(multiplexer.GetEndPoints(), point => multiplexer.GetServer(point).IsConnected);

    /// <summary>Looks at the server that has a key, whichever it is: its first command.</summary>
    internal static async Task CheckAsync(IDatabase database, RedisKey key, RedisOptions options, string address)
    {
        var info = (string?)await database.ExecuteAsync("EVAL", "return redis.call('INFO')", 1, key).ConfigureAwait(false) ?? "";
        if (Field(info, "role") != "master")
        {
            throw new RedisUnavailableException(address, "cannot serve now: the server that has the keys answers as a replica.");
        }

        Check(info, options.AllowEviction, address);
    }

    internal static async Task CheckAsync(IReadOnlyList<IServer> masters, RedisOptions options, string address)
    {
        foreach (var server in masters)
        {
            Check(await InfoAsync(server).ConfigureAwait(false), options.AllowEviction, address);
        }
    }

    /// <summary>Holds the number of cells against that of the process that came first: another one would look for runs where they are not.</summary>
    internal static async Task CheckCellsAsync(IDatabase database, RedisOptions options, string address)
    {
        var key = RedisCells.At(options.KeyPrefix, 0).Key("cells");
        var told = options.Cells.ToString(CultureInfo.InvariantCulture);
        string? found = await database.StringGetAsync(key).ConfigureAwait(false);
        if (found is null && !await database.StringSetAsync(key, told, when: When.NotExists).ConfigureAwait(false))
        {
            found = await database.StringGetAsync(key).ConfigureAwait(false);
        }

        if (found is not null && found != told)
        {
            throw RedisGuardException.Divided(address, options, found, key);
        }
    }

    // A connection that ends meanwhile gives null.
    private static async Task<string> InfoAsync(IServer server, string? section = null) =>
        await server.InfoRawAsync(section).ConfigureAwait(false) ?? throw new TimeoutException("The connection ended while the server was asked what it is.");

    /// <param name="info">What the server says of itself; a managed one answers INFO where it refuses CONFIG.</param>
    /// <param name="allowEviction">Whether any policy will do.</param>
    /// <param name="address">The server's address, for the message.</param>
    internal static void Check(string info, bool allowEviction, string address)
    {
        if (Field(info, "valkey_version") is null && !(Version.TryParse(Field(info, "redis_version"), out var version) && version >= Oldest))
        {
            throw RedisGuardException.TooOld(address, Field(info, "redis_version") ?? "unknown", Oldest);
        }

        if (!allowEviction && Field(info, "maxmemory_policy") is var policy && policy != "noeviction")
        {
            throw RedisGuardException.Evicts(address, policy ?? "unknown");
        }
    }

    private static string? Field(string info, string name) => info.Split('\n')
        .Where(line => line.StartsWith(name + ":", StringComparison.Ordinal))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();
}
