namespace Graflow.Workers;

/// <summary>What messages say of workers.</summary>
internal static class WorkerText
{
    /// <summary>The last lines of standard error, or of all output, as the end of a message; empty when there are none.</summary>
    internal static string Lines(IReadOnlyList<string> lines, string source = "standard error") =>
        lines.Count == 0 ? "" : $" Its {source} ended with:\n{string.Join('\n', lines)}";

    internal static string EndOf(WorkerExit exit) => exit switch
    {
        { Signal: { } signal } => $"was ended by {signal}",
        { ExitCode: { } code } => $"exited with code {code}",
        _ => "ended",
    };
}
