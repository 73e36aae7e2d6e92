namespace Graflow.Handlers.Docker;

/// <summary>Tells an engine that refused to start a container from a program in one that ended by itself: both end the same call.</summary>
internal static class ContainerRefusal
{
    private static readonly string[] Marks = ["docker: ", "Error: ", "unknown ", "invalid ", "[FATAL tini", "ERROR (catatonit"];

    /// <returns>Why there was no container; null where there was one.</returns>
    internal static ContainerException? Of(int exitCode, string image, IReadOnlyList<string> lastLines)
    {
        if (exitCode is < 125 or > 127 || !lastLines.Any(IsMark))
        {
            return null;
        }

        var complaint = string.Join(' ', lastLines.Where(static line => !line.StartsWith("See '", StringComparison.Ordinal) && !line.StartsWith("WARNING", StringComparison.Ordinal)).Select(static line => line.Trim()));
        return complaint.Contains("no such image", StringComparison.OrdinalIgnoreCase)
            ? new ContainerImageMissingException(image, "it was there, but is gone from the engine.")
            : new ContainerStartException(image, exitCode, complaint);
    }

    private static bool IsMark(string line) => Marks.Any(mark => line.StartsWith(mark, StringComparison.Ordinal));
}
