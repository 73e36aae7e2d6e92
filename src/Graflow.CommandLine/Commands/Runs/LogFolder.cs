using System.CommandLine;

namespace Graflow.Commands;

/// <summary>Where the runs' logs are: what <c>--log</c> says, else the environment, else what the program set up.</summary>
internal static class LogFolder
{
    private const string Variable = "GRAFLOW_LOG";

    internal static Option<string?> Option(bool isRecursive) => new("--log")
    {
        Description = $"The folder of the runs' logs; ${Variable} where it is absent, else the one that the program uses.",
        HelpName = "folder",
        Recursive = isRecursive,
    };

    /// <returns>Null where neither the option nor the environment names one.</returns>
    internal static string? Given(string? option) => option ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null);

    internal static void Use(string? folder, WorkflowEngineOptions options)
    {
        if (folder is not null)
        {
            options.UseFileLog(folder);
        }
    }

    /// <exception cref="CommandException">The folder does not exist: to read from it would make it, and find nothing.</exception>
    internal static void CheckExists(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new CommandException("log", $"There is no log folder \"{folder}\" (looked for {Path.GetFullPath(folder)}). Runs get there by run WORKFLOW --log {folder}, or by a program that calls UseFileLog(\"{folder}\").");
        }
    }

    internal static CommandException Missing() =>
        new("log", $"This program keeps no log of its runs. Name its folder by --log or ${Variable}, or let the program keep one: GraflowHost.RunAsync(args, o => o.UseFileLog(\"runs\")).");
}
