namespace Graflow.Handlers.Docker;

/// <summary>Tells an engine that refused to start a container from a program in one that ended by itself: both end the same call.</summary>
internal static class ContainerRefusal
{
    private static readonly string[] Marks = ["docker: ", "Error: ", "unknown ", "invalid ", "[FATAL tini"];

    // podman's init, which knows no exit code of its own for it.
    private const string Catatonit = "ERROR (catatonit";

    /// <returns>Why there was no container; null where there was one.</returns>
    internal static ContainerException? Of(int exitCode, string image, IReadOnlyList<string> lastLines)
    {
        var isRefused = exitCode is >= 125 and <= 127 ? lastLines.Any(IsMark) : exitCode == 1 && lastLines.Any(static line => line.StartsWith(Catatonit, StringComparison.Ordinal));
        if (!isRefused)
        {
            return null;
        }

        var complaint = string.Join(' ', lastLines.Where(static line => !line.StartsWith("See '", StringComparison.Ordinal) && !line.StartsWith("WARNING", StringComparison.Ordinal)).Select(static line => line.Trim()));
        return ContainerImage.IsMissing(complaint)
            ? new ContainerImageMissingException(image, "it was there, but is gone from the engine.")
            : new ContainerStartException(image, exitCode, complaint);
    }

    private static bool IsMark(string line) => Marks.Any(mark => line.StartsWith(mark, StringComparison.Ordinal));
}
