namespace Graflow.Handlers.Docker;

/// <summary>Removes containers whose owner is gone, as after a crash of the engine or a lost connection.</summary>
internal static class ContainerSweep
{
    private static readonly string[] List = ["ps", "--all", "--quiet", "--no-trunc", "--filter", $"label={ContainerOwner.Label}"];

    private static readonly string[] Inspect = ["container", "inspect", "--format", $$$"""{{.Id}} {{index .Config.Labels "{{{ContainerOwner.Label}}}"}}"""];

    internal static async ValueTask RunAsync(ContainerCli cli, CancellationToken ct)
    {
        var listed = await cli.RunAsync(List, ct).ConfigureAwait(false);
        if (!listed.IsOk)
        {
            throw cli.Unreachable(List, listed.Complaint);
        }

        if (Lines(listed.Output) is { Length: > 0 } ids)
        {
            // One that is gone by now makes the call fail, but the others are printed.
            var inspected = await cli.RunAsync([.. Inspect, .. ids], ct).ConfigureAwait(false);
            if (Lines(inspected.Output).Where(static line => IsOrphan(line)).Select(static line => line.Split(' ')[0]).ToArray() is { Length: > 0 } orphans)
            {
                await cli.RunAsync([.. cli.Remove, .. orphans], ct).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOrphan(string line) => line.Split(' ', 2) is [_, var owner] && ContainerOwner.IsDead(owner);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
