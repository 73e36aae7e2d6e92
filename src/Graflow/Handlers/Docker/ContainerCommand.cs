using System.Globalization;
using Graflow.Workers;

namespace Graflow.Handlers.Docker;

/// <summary>The arguments of <c>docker run</c> for one container, and the environment of that call.</summary>
internal sealed record ContainerCommand(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Where the program's own folder is inside.</summary>
    internal const string ProgramFolder = "/graflow";

    /// <summary>Where the socket is that a program inside connects to.</summary>
    internal const string SocketFile = "/graflow-socket";

    // What the command line itself reads; a value for the container must not change where and how it finds the engine.
    private static readonly string[] Reserved = ["DOCKER_", "BUILDKIT_", "CONTAINER", "PODMAN_", "XDG_", "SSH_", "SSL_", "LD_", "GO", "PATH", "HOME", "TMPDIR", "USER", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"];

    internal static ContainerCommand For(DockerOptions options, ContainerProgram program, string name, PrivateSocket? socket)
    {
        List<string> arguments =
        [
            "run", "--interactive", "--rm", "--init", "--pull", "never", "--name", name,
            "--label", $"{ContainerOwner.Label}={ContainerOwner.Current}",
            "--network", options.Network,
            "--mount", Mount("bind", program.Folder, ProgramFolder, isReadOnly: true),
        ];
        AddLimits(arguments, options);
        Add(arguments, "--user", options.User);
        Add(arguments, "--workdir", options.WorkingDirectory);
        foreach (var volume in options.Volumes)
        {
            arguments.AddRange(["--mount", Mount(volume)]);
        }

        var environment = AddEnvironment(arguments, options.Environment);
        Add(arguments, "--env", WorkerEnvironment.TokenVariable);
        environment[WorkerEnvironment.TokenVariable] = socket?.Token ?? "";
        if (socket is not null)
        {
            arguments.AddRange(["--mount", Mount("bind", socket.Address, SocketFile, isReadOnly: false)]);
        }

        arguments.AddRange(options.ExtraArguments);
        arguments.Add(options.Image);
        arguments.AddRange(program.Command);
        arguments.AddRange([ServingStreams.Command, ServingStreams.OverStandardStreams]);
        if (socket is not null)
        {
            arguments.Add(SocketFile);
        }

        return new ContainerCommand(arguments, environment);
    }

    private static void AddLimits(List<string> arguments, DockerOptions options)
    {
        // Equal limits mean no swap: a body that needs too much ends instead of becoming slow.
        var memory = options.Memory?.ToString(CultureInfo.InvariantCulture);
        Add(arguments, "--memory", memory);
        Add(arguments, "--memory-swap", memory);
        Add(arguments, "--cpus", options.Cpus?.ToString("0.#########", CultureInfo.InvariantCulture));
        Add(arguments, "--gpus", options.Gpus);
    }

    /// <summary>Values go through the call's environment, where no list of processes shows them.</summary>
    private static Dictionary<string, string> AddEnvironment(List<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var handedOn = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            var isReserved = Reserved.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
            Add(arguments, "--env", isReserved ? $"{name}={value}" : name);
            if (!isReserved)
            {
                handedOn[name] = value;
            }
        }

        return handedOn;
    }

    private static void Add(List<string> arguments, string option, string? value)
    {
        if (value is not null)
        {
            arguments.AddRange([option, value]);
        }
    }

    private static string Mount(DockerVolume volume) => volume.Source.AsSpan().ContainsAny('/', '\\') || volume.Source is "." or ".."
        ? Mount("bind", Path.GetFullPath(volume.Source), volume.Target, volume.IsReadOnly)
        : Mount("volume", volume.Source, volume.Target, volume.IsReadOnly);

    private static string Mount(string type, string source, string target, bool isReadOnly) =>
        $"type={type},{Field($"source={source}")},{Field($"target={target}")}{(isReadOnly ? ",readonly" : "")}";

    // The option's value is one line of comma-separated values.
    private static string Field(string text) => text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
