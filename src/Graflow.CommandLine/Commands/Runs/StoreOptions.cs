using System.CommandLine;
using Graflow.Fleets;

namespace Graflow.Commands;

/// <summary>Where runs are kept: what <c>--log</c> or <c>--redis</c> says, else the environment, else what the program set up.</summary>
internal sealed class StoreOptions
{
    private const string LogVariable = "GRAFLOW_LOG";
    private const string RedisVariable = "GRAFLOW_REDIS";

    /// <param name="isRecursive">Whether the commands below take them too.</param>
    internal StoreOptions(bool isRecursive)
    {
        Log = new Option<string?>("--log")
        {
            Description = $"The folder of the runs' logs; ${LogVariable} where it is absent, else the one that the program uses.",
            HelpName = "folder",
            Recursive = isRecursive,
        };
        Redis = RedisOption(isRecursive);
    }

    internal Option<string?> Log { get; }

    internal Option<string?> Redis { get; }

    internal static Option<string?> RedisOption(bool isRecursive) => new("--redis")
    {
        Description = $"The Redis that a fleet shares, such as localhost:6379; ${RedisVariable} where it is absent, else the one that the program uses.",
        HelpName = "address",
        Recursive = isRecursive,
    };

    /// <summary>The place that was named; where none was, the program's own.</summary>
    /// <exception cref="CommandException">Two were named, or Redis by a program that cannot use it.</exception>
    internal StorePlace Of(ParseResult parsed)
    {
        var (log, redis) = (parsed.GetValue(Log), parsed.GetValue(Redis));
        if (log is not null && redis is not null)
        {
            throw new CommandException("usage", "Runs are in a folder or in Redis: give --log or --redis, not both.");
        }

        if (log is null && redis is null)
        {
            (log, redis) = (Variable(LogVariable), Variable(RedisVariable));
            if (log is not null && redis is not null)
            {
                throw new CommandException("usage", $"Runs are in a folder or in Redis, and the environment has both ${LogVariable} and ${RedisVariable}. Say which by --log or --redis.");
            }
        }

        return redis is null ? new StorePlace(log, null) : new StorePlace(null, RedisPlace(redis));
    }

    /// <summary>The same for commands that make no sense without a fleet.</summary>
    /// <exception cref="CommandException">The program cannot use Redis.</exception>
    internal static StorePlace OfFleet(string? redis)
    {
        RequireProvider();
        return new StorePlace(null, redis ?? Variable(RedisVariable));
    }

    internal static IFleetProvider RequireProvider() => FleetProvider.Current
        ?? throw new CommandException("missingPackage", "A fleet shares its runs by Redis, and this program cannot use it. Reference the package Graflow.Redis: dotnet add package Graflow.Redis.");

    private static string RedisPlace(string address)
    {
        RequireProvider();
        return address;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
