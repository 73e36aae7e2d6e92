namespace Graflow.Handlers.Docker;

/// <summary>Sees to it that an engine has an image.</summary>
internal static class ContainerImage
{
    /// <exception cref="ContainerImageMissingException">It is missing, and was not to be pulled or could not be.</exception>
    /// <exception cref="ContainerEngineUnreachableException">The engine does not answer.</exception>
    internal static async ValueTask EnsureAsync(ContainerCli cli, DockerOptions options, CancellationToken ct)
    {
        if (options.PullPolicy != DockerPullPolicy.Always && await ExistsAsync(cli, options.Image, ct).ConfigureAwait(false))
        {
            return;
        }

        if (options.PullPolicy == DockerPullPolicy.Never)
        {
            throw new ContainerImageMissingException(options.Image, $"the engine does not have it, and DockerOptions.PullPolicy is Never. Pull it (`{Path.GetFileName(cli.Program)} pull {options.Image}`), or set PullPolicy to Missing.");
        }

        var pulled = await cli.RunAsync(["pull", "--quiet", options.Image], ct, options.PullTimeout).ConfigureAwait(false);
        if (!pulled.IsOk)
        {
            throw new ContainerImageMissingException(options.Image, $"it could not be pulled: {pulled.Complaint} Check its name and the login to its registry.");
        }
    }

    private static async ValueTask<bool> ExistsAsync(ContainerCli cli, string image, CancellationToken ct)
    {
        string[] inspect = ["image", "inspect", "--format", "{{.Id}}", image];
        var found = await cli.RunAsync(inspect, ct).ConfigureAwait(false);
        return found.IsOk || (IsMissing(found.Error) || IsNoName(found.Error) ? false : throw cli.Unreachable(inspect, found.Complaint));
    }

    // docker's words, and podman's.
    internal static bool IsMissing(string complaint) =>
        complaint.Contains("no such image", StringComparison.OrdinalIgnoreCase) || complaint.Contains("image not known", StringComparison.OrdinalIgnoreCase);

    private static bool IsNoName(string complaint) => complaint.Contains("invalid reference format", StringComparison.OrdinalIgnoreCase);
}
