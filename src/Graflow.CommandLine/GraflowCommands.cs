using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Graflow.Commands;

namespace Graflow.CompilerServices;

/// <summary>The command line of a program; called by the generated <c>GraflowHost</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GraflowCommands
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="args">The arguments of <c>Main</c>.</param>
    /// <param name="configure">Sets up the engine that runs the workflows; null leaves all at the defaults.</param>
    /// <param name="json">How inputs and outputs are read and written; asked first, before the reflection of programs that have it.</param>
    /// <returns>The exit code: 0 ok, 1 the run failed, 2 wrong usage or definition, 75 the run was suspended and can be resumed, 130 cancelled.</returns>
    public static Task<int> RunAsync(string[] args, Action<WorkflowEngineOptions>? configure = null, IJsonTypeInfoResolver? json = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new CommandProgram(CommandStreams.OfProcess(), configure, json).RunAsync(args);
    }
}
