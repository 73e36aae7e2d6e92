using System.CommandLine;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary>What the commands of <c>runs</c> share: the log, and how a run is named.</summary>
internal sealed class RunsContext(CommandContext context, Option<bool> json, StoreOptions stores)
{
    internal CommandContext Commands { get; } = context;

    internal bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    internal static Argument<string> RunArgument() => new("run")
    {
        Description = "The run's id, or how it begins if no other run begins so; runs ls tells all.",
        HelpName = "run",
    };

    /// <summary>An engine with the log that was asked for, to read it and to change what nobody drives.</summary>
    /// <exception cref="CommandException">There is no log.</exception>
    internal WorkflowEngine Open(ParseResult parsed)
    {
        var place = PlaceOf(parsed);
        var engine = new WorkflowEngine(options =>
        {
            Commands.Configure(options);
            place.Use(options);
        });
        return engine.HasLog ? engine : throw StorePlace.Missing();
    }

    /// <summary>The same, to drive runs.</summary>
    /// <exception cref="CommandException">There is no log.</exception>
    internal EngineSession Begin(ParseResult parsed, RunTelling telling)
    {
        var session = new EngineSession(Commands, telling, PlaceOf(parsed), new Interruption(TimeProvider.System, Commands.Streams.AreOfProcess));
        return session.Engine.HasLog ? session : throw StorePlace.Missing();
    }

    private StorePlace PlaceOf(ParseResult parsed) => stores.Of(parsed) with { MustExist = true };

    /// <summary>The run that was meant.</summary>
    /// <exception cref="CommandException">No run begins so, or more than one.</exception>
    internal static async Task<RunInfo> FindAsync(WorkflowEngine engine, string given, CancellationToken ct)
    {
        if (await engine.Runs.FindAsync(given, ct).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        var runs = await engine.Runs.ListAsync(ct).ConfigureAwait(false);
        var meant = runs.Where(run => run.RunId.StartsWith(given, StringComparison.Ordinal)).ToList();
        return meant is [var only] ? only : throw new CommandException("unknownRun", meant.Count > 1 ? Ambiguous(given, meant) : Unknown(given, runs));
    }

    private static string Ambiguous(string given, List<RunInfo> meant) =>
        $"{meant.Count} runs begin with \"{given}\": {string.Join(", ", meant.Take(5).Select(static run => run.RunId))}{(meant.Count > 5 ? ", …" : "")}. Give more of the id.";

    private static string Unknown(string given, IReadOnlyList<RunInfo> runs)
    {
        if (runs.Count == 0)
        {
            return $"There is no run \"{given}\"; the log has none.";
        }

        return EditDistance.Nearest(given, runs.Select(static run => run.RunId)) is { } nearest
            ? $"There is no run \"{given}\". Did you mean \"{nearest}\"?"
            : $"There is no run \"{given}\". runs ls tells the {runs.Count} that there are.";
    }
}
