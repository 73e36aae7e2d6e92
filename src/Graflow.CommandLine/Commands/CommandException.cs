namespace Graflow.Commands;

/// <summary>A command that cannot be done as it was given.</summary>
/// <param name="kind">What is wrong, as a word for scripts: <c>usage</c>, <c>unknownWorkflow</c>, <c>input</c>, <c>json</c>, <c>file</c>, <c>missingTool</c>, <c>missingPackage</c>.</param>
/// <param name="message">What was found, what was expected, and what to do.</param>
internal sealed class CommandException(string kind, string message) : Exception(message)
{
    internal string Kind { get; } = kind;

    /// <summary>Where in the input the problem is; null where it is elsewhere.</summary>
    internal InputPlace? Place { get; init; }
}
