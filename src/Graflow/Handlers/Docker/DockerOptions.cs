namespace Graflow;

/// <summary>The containers of one docker handler: the image, what of the machine they see, and how many there are. Immutable; checked when the handler is registered.</summary>
public sealed record DockerOptions
{
    /// <summary>The image; it needs what the program needs, by default the .NET runtime. <c>mcr.microsoft.com/dotnet/runtime:10.0</c> by default.</summary>
    public string Image { get; init; } = "mcr.microsoft.com/dotnet/runtime:10.0";

    /// <summary>The command line that drives the engine: a name on the PATH, or a path. <c>auto</c>, the default, takes <c>docker</c>, else <c>podman</c>. Which engine that talks to is its own setting, such as <c>DOCKER_HOST</c>; the engine must see this machine's files.</summary>
    public string Engine { get; init; } = "auto";

    /// <summary>Environment variables inside; none by default, none is handed on from this process. Values do not show in the machine's list of processes, except those of names that the engine's command line reads itself, such as PATH.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders, files and named volumes of the machine that are seen inside; none by default. The program's own folder is always there, at <c>/graflow</c>, and cannot be written to.</summary>
    public IReadOnlyList<DockerVolume> Volumes { get; init; } = [];

    /// <summary>The network inside: <c>none</c>, the default, or a network of the engine, such as <c>bridge</c>.</summary>
    public string Network { get; init; } = "none";

    /// <summary>The most memory of one container, in bytes, swap included; at least 6 MB. Null, the default, means no limit. A container that asks for more is ended: <see cref="ContainerOutOfMemoryException"/>.</summary>
    public long? Memory { get; init; }

    /// <summary>The most processors of one container, such as 1.5; more than zero. Null, the default, means no limit.</summary>
    public double? Cpus { get; init; }

    /// <summary>The graphics processors inside, as <c>--gpus</c> takes them: <c>all</c>, a number, or <c>device=0</c>. Null, the default, means none.</summary>
    public string? Gpus { get; init; }

    /// <summary>Who runs the program inside: a name or number, with or without a group, such as <c>1654:1654</c>. Null, the default, leaves it to the image.</summary>
    public string? User { get; init; }

    /// <summary>The folder that the program starts in. Null, the default, leaves it to the image.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>More arguments of <c>docker run</c>, each one argument; they come last, before the image. None by default.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>How the program is started inside, up to its own arguments. Empty, the default, means <c>dotnet /graflow/App.dll</c>, or <c>/graflow/App</c> for a program that has no such file.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>When the image is pulled; if it is missing by default.</summary>
    public DockerPullPolicy PullPolicy { get; init; } = DockerPullPolicy.Missing;

    /// <summary>How long a pull may take; more than zero, 10 minutes by default.</summary>
    public TimeSpan PullTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many containers there are at once, each with one task; at least 1. The number of processors by default.</summary>
    public int Containers { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Whether a container serves one task after another, which saves its start; true by default. If false, every attempt has a container of its own.</summary>
    public bool Reuse { get; init; } = true;

    /// <summary>How long a container is kept without a task; more than zero. Null, the default, means <see cref="WorkerOptions.IdleTimeout"/>.</summary>
    public TimeSpan? IdleTimeout { get; init; }
}
