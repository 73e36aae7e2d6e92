using System.CommandLine;
using Graflow.Fleets;

namespace Graflow.Commands;

/// <summary>What the commands about a fleet share: its Redis.</summary>
internal sealed class FleetContext(CommandContext context, Option<bool> json)
{
    internal CommandContext Commands { get; } = context;

    internal Option<string?> Redis { get; } = StoreOptions.RedisOption(isRecursive: true);

    internal bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    /// <summary>Does something with the fleet's store.</summary>
    /// <exception cref="CommandException">There is no fleet.</exception>
    internal async Task<int> UseAsync(ParseResult parsed, Func<WorkflowEngine, IFleetStore, Task> use)
    {
        var place = StoreOptions.OfFleet(parsed.GetValue(Redis));
        var engine = new WorkflowEngine(options =>
        {
            Commands.Configure(options);
            place.Use(options);
        });
        await using var disposed = engine.ConfigureAwait(false);
        await use(engine, engine.Fleet ?? throw StorePlace.NoFleet()).ConfigureAwait(false);
        return ExitCode.Ok;
    }
}
