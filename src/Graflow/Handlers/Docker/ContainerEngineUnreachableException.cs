namespace Graflow;

/// <summary>The command line is there, but the container engine behind it does not answer, or answered something unexpected.</summary>
public sealed class ContainerEngineUnreachableException : ContainerException
{
    internal ContainerEngineUnreachableException(string engine, string what, string complaint)
        : base($"{engine} could not {what}: {complaint} Is the engine running, and may this user talk to it? `{engine} version` shows both; DOCKER_HOST or `{engine} context` say where it is looked for.") => Engine = engine;

    /// <summary>The command line that was used.</summary>
    public string Engine { get; }
}
