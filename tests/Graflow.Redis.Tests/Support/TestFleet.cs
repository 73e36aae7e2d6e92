using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;
using StackExchange.Redis;
using Xunit;

namespace Graflow.Redis.Tests.Support;

/// <summary>A connection with a key prefix that nobody else uses, and a second one to look at what it left. The clock of its scripts stands still until it is told to go on.</summary>
public abstract class TestFleet(RedisServer server) : IAsyncLifetime
{
    /// <summary>A clock for scripts that reads a key.</summary>
    internal const string ManualClock = $"local function clock() return tonumber(redis.call('GET', KEYS[1] .. '{ClockName}')) end";

    private const string ClockName = "test-clock";
    private const long Start = 1_900_000_000_000_000;

    private static int _fleets;

    private long _now = Start;

    internal RedisServer Server => server;

    internal RedisFleet Fleet { get; private set; } = null!;

    internal RedisConnection Redis { get; private set; } = null!;

    internal RedisCell Cell => Redis.Cells.All[0];

    /// <summary>To look at what is there.</summary>
    internal IDatabase Raw => Redis.Database;

    internal string Prefix { get; } = $"t{Environment.ProcessId}-{Interlocked.Increment(ref _fleets)}";

    /// <summary>The scripts' clock, in microseconds.</summary>
    internal long Now => _now;

    /// <summary>By which a process of the fleet looks for news that it was not told of, and waits.</summary>
    private protected virtual TimeProvider Time => TimeProvider.System;

    // A busy machine may stand still for longer than people wait for a server.
    internal RedisOptions Options => new() { Configuration = server.Address, KeyPrefix = Prefix, CommandTimeout = TimeSpan.FromSeconds(30) };

    public virtual async Task InitializeAsync()
    {
        Fleet = new RedisFleet(Options, Setup with { Time = Time });
        Redis = await Fleet.ConnectAsync(CancellationToken.None);
        Raw.StringSet(ClockKey(Cell), _now);
    }

    public virtual async Task DisposeAsync() => await Fleet.DisposeAsync();

    internal static string ClockKey(RedisCell cell) => cell.Key(ClockName);

    internal static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Scripts go by the clock that stands still, and leases are renewed when the heart is told to beat.</summary>
    internal static RedisSetup Setup => new(TimeProvider.System) { Scripts = new ScriptLibrary(ManualClock), HasHeartbeat = false };

    internal Task<RedisConnection> ConnectAsync() => RedisConnection.ConnectAsync(Options, Setup, CancellationToken.None);

    internal void Advance(TimeSpan by)
    {
        _now += by.Ticks / TimeSpan.TicksPerMicrosecond;
        Raw.StringSet(ClockKey(Cell), _now);
    }

    /// <summary>All keys of this fleet that exist, but for the clock and the number of cells, which every connection sees to, without the cell's prefix.</summary>
    internal IReadOnlyList<string> Keys() =>
        [.. ((string[])Raw.Execute("KEYS", $"{Cell.Prefix[..^1].Replace("{", "\\{", StringComparison.Ordinal)}:*")!)
            .Select(key => key[Cell.Prefix.Length..])
            .Where(static key => key is not (ClockName or "cells"))
            .Order(StringComparer.Ordinal)];

    /// <summary>How many commands of a kind the server has run.</summary>
    internal long CallsOf(string command)
    {
        var info = (string)Raw.Execute("INFO", "commandstats")!;
        var line = info.Split('\n').FirstOrDefault(line => line.StartsWith($"cmdstat_{command}:calls=", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split('=', ',')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
