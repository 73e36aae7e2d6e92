namespace Graflow;

/// <summary>The engine refused to start the container, or the program in it could not be started.</summary>
public sealed class ContainerStartException : ContainerException
{
    internal ContainerStartException(string image, int exitCode, string complaint)
        : base($"No container of \"{image}\" could be started (exit code {exitCode}): {complaint} {Hint(exitCode)}")
    {
        Image = image;
        ExitCode = exitCode;
    }

    /// <summary>The image.</summary>
    public string Image { get; }

    /// <summary>The exit code of <c>docker run</c>: 125 where the engine refused, 126 and 127, or 1 with podman, where the program could not be run.</summary>
    public int ExitCode { get; }

    private static string Hint(int exitCode) => exitCode switch
    {
        1 or 126 or 127 => "The image must have what starts the program, by default `dotnet`: choose an image with the .NET runtime, or set DockerOptions.Command.",
        _ => "Look at the DockerOptions of this handler.",
    };
}
