namespace Graflow.Handlers.Docker;

/// <summary>Finds out whether a container that is gone by now was ended for want of memory.</summary>
internal static class ContainerMemory
{
    private const int Killed = 128 + 9;

    // The end of the time asked for lies ahead: parts of seconds are cut off. The oldest event comes first, and a container's death is always one.
    private static readonly string[] Events = ["events", "--since", "1h", "--until=-2s", "--filter", "event=oom", "--filter", "event=die", "--format", "{{.Action}}", "--filter"];

    /// <param name="cli">The engine.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="exitCode">How it ended.</param>
    /// <param name="limit">How much memory it had, if that was limited.</param>
    internal static async ValueTask<bool> RanOutAsync(ContainerCli cli, string container, int exitCode, long? limit)
    {
        if (exitCode != Killed)
        {
            return false;
        }

        // podman tells of no such event: who has a limit and is killed is taken to have met it.
        return cli.IsPodman
            ? limit is not null
            : await cli.FirstLineAsync([.. Events, $"container={container}"], CancellationToken.None).ConfigureAwait(false) == "oom";
    }
}
