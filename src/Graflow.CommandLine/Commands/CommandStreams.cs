namespace Graflow.Commands;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Output">Results, and nothing else.</param>
/// <param name="Error">Problems, logs, and what a run tells of itself.</param>
/// <param name="OpenInput">Opens standard input.</param>
internal sealed record CommandStreams(TextWriter Output, TextWriter Error, Func<Stream> OpenInput)
{
    /// <summary>Whether they are the process's, which task bodies write to and which is interrupted by signals.</summary>
    internal bool AreOfProcess { get; private init; }

    internal static CommandStreams OfProcess() => new(Console.Out, Console.Error, Console.OpenStandardInput) { AreOfProcess = true };
}
