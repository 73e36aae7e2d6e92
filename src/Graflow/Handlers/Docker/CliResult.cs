namespace Graflow.Handlers.Docker;

/// <summary>What one call of a container engine's command line came to.</summary>
internal readonly record struct CliResult(int ExitCode, string Output, string Error)
{
    internal bool IsOk => ExitCode == 0;

    /// <summary>What it complained of; its warnings are no complaints.</summary>
    internal string Complaint => string.Join(' ', Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(static line => !line.StartsWith("WARNING", StringComparison.Ordinal)));
}
