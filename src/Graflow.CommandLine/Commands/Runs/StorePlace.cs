using Graflow.Fleets;

namespace Graflow.Commands;

/// <summary>Where runs are kept.</summary>
/// <param name="Folder">The folder of their logs; null where they are elsewhere.</param>
/// <param name="Redis">The Redis that a fleet shares; null where they are elsewhere.</param>
internal sealed record StorePlace(string? Folder, string? Redis)
{
    private const string Password = "password";

    /// <summary>How it was named on the command line, with a blank before it, and without its password; empty for the program's own.</summary>
    internal string Arguments => Folder is not null ? $" --log {Folder}" : Redis is not null ? $" --redis {string.Join(',', Redis.Split(',').Select(Shown))}" : "";

    /// <summary>Whether there must be runs already: an engine would make the folder of their logs, and find nothing.</summary>
    internal bool MustExist { get; init; }

    /// <exception cref="CommandException">There is no log, and there must be one.</exception>
    internal void Use(WorkflowEngineOptions options)
    {
        if (Folder is not null)
        {
            options.ForgetStore();
            options.UseFileLog(Folder);
        }
        else if (Redis is not null)
        {
            FleetProvider.Current!.Use(options, Redis);
        }

        if (MustExist && options.LogFolder is { } folder && !Directory.Exists(folder))
        {
            throw NoFolder(folder);
        }
    }

    private static string Shown(string part) => part.Split('=')[0].Trim().Equals(Password, StringComparison.OrdinalIgnoreCase) ? $"{Password}=…" : part;

    private CommandException NoFolder(string folder) => Folder is null
        ? new("log", $"There is no log folder {folder}, where this program keeps its runs: it has had none yet. Begin one by run WORKFLOW, or name another folder by --log.")
        : new("log", $"There is no log folder \"{Folder}\" (looked for {folder}). Runs get there by run WORKFLOW --log {Folder}, or by a program that calls UseFileLog(\"{Folder}\").");

    internal static CommandException Missing() =>
        new("log", "This program keeps no log of its runs. Name its folder by --log or $GRAFLOW_LOG, or the Redis of its fleet by --redis or $GRAFLOW_REDIS, or let the program keep one: GraflowHost.RunAsync(args, o => o.UseFileLog(\"runs\")).");

    internal static CommandException NoFleet() =>
        new("log", "This program has no fleet. Name its Redis by --redis or $GRAFLOW_REDIS, or let the program do so: GraflowHost.RunAsync(args, o => o.UseRedis(\"localhost:6379\")).");
}
