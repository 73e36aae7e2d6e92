using System.ComponentModel;
using Graflow.Workers;

namespace Graflow.CompilerServices;

/// <summary>Makes a program serve the bodies of its tasks to the process that started it; called by the generated <c>GraflowHost</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GraflowServer
{
    /// <summary>Serves until the starting process ends or asks for the end, if the program was started for that.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="configure">Sets the services of the tasks that run here; null where they need none.</param>
    /// <returns>Whether the program was started to serve, and now is to end; false at once when it was not.</returns>
    public static Task<bool> TryServeAsync(string[] args, Action<WorkflowEngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (ServingStreams.TryOpen(args) is not { } streams)
        {
            return Task.FromResult(false);
        }

        TaskServer.Serve(streams.Input, streams.Output, configure);
        return Task.FromResult(true);
    }
}
