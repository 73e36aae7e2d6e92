namespace Graflow;

/// <summary>There is no command line of a container engine where one was looked for.</summary>
public sealed class ContainerEngineNotFoundException : ContainerException
{
    internal ContainerEngineNotFoundException(string engine, Exception? inner = null)
        : base(Describe(engine), inner) => Engine = engine;

    /// <summary>What was looked for: <see cref="DockerOptions.Engine"/>.</summary>
    public string Engine { get; }

    private static string Describe(string engine) => engine == "auto"
        ? "Neither docker nor podman is on the PATH of this process. Install one of them, or set DockerOptions.Engine to the path of its command line."
        : $"\"{engine}\" is no program that can be started: it was looked for as DockerOptions.Engine says. Install it, or set Engine to \"auto\", to a name on the PATH or to a path.";
}
