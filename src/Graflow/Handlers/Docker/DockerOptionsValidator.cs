namespace Graflow.Handlers.Docker;

/// <summary>The rules that the options of a docker handler must obey (GRF302).</summary>
internal static class DockerOptionsValidator
{
    // What every engine refuses.
    private const long LeastMemory = 6 * 1024 * 1024;

    /// <exception cref="FlowDefinitionException">An option is out of range.</exception>
    internal static void Check(DockerOptions options, string handler)
    {
        if ((TextProblem(options) ?? NumberProblem(options) ?? ListProblem(options)) is { } problem)
        {
            throw new FlowDefinitionException($"Handler \"{handler}\": {problem}", "GRF302");
        }
    }

    private static string? TextProblem(DockerOptions options) => options switch
    {
        { Image: var image } when !IsWord(image) => $"Image is \"{image}\"; name an image, such as \"mcr.microsoft.com/dotnet/runtime:10.0\".",
        { Engine: null or "" } => "Engine is empty; give \"auto\", \"docker\", \"podman\" or the path of one of them.",
        { Network: var network } when !IsWord(network) => $"Network is \"{network}\"; give \"none\" or a network of the engine.",
        { Gpus: { } gpus } when !IsWord(gpus) => $"Gpus is \"{gpus}\"; give \"all\", a number or \"device=0\", or null for none.",
        { User: { } user } when !IsWord(user) => $"User is \"{user}\"; give a name or a number, or null for the image's.",
        { WorkingDirectory: { } folder } when !IsAbsolute(folder) => $"WorkingDirectory is \"{folder}\"; it must be an absolute path inside the container.",
        _ => null,
    };

    private static string? NumberProblem(DockerOptions options) => options switch
    {
        { Memory: < LeastMemory } => $"Memory is {options.Memory}; it counts bytes and must be at least {LeastMemory}.",
        { Cpus: { } cpus } when !(cpus > 0) || double.IsInfinity(cpus) => $"Cpus is {FormattableString.Invariant($"{cpus}")}; it must be a number that is more than zero.",
        { Containers: < 1 } => $"Containers is {options.Containers}; it must be at least 1.",
        { PullTimeout: var timeout } when timeout <= TimeSpan.Zero => $"PullTimeout is {timeout}; it must be more than zero.",
        { IdleTimeout: { } timeout } when timeout <= TimeSpan.Zero => $"IdleTimeout is {timeout}; it must be more than zero.",
        { PullPolicy: not (DockerPullPolicy.Missing or DockerPullPolicy.Always or DockerPullPolicy.Never) } => $"PullPolicy is {options.PullPolicy}; give Missing, Always or Never.",
        _ => null,
    };

    private static string? ListProblem(DockerOptions options) => options switch
    {
        { Environment: null } => "Environment is null; leave it empty for no variables.",
        { Volumes: null } => "Volumes is null; leave it empty for no volumes.",
        { ExtraArguments: null } => "ExtraArguments is null; leave it empty for no arguments.",
        { Command: null } => "Command is null; leave it empty for the default.",
        _ when options.Environment.Keys.FirstOrDefault(static name => name.Length == 0 || name.Contains('=') || name.Contains('\0')) is { } name => $"Environment has a variable \"{name}\"; a name is not empty and has no '='.",
        _ when options.Environment.FirstOrDefault(static pair => pair.Value?.Contains('\0') ?? true) is { Key: { } name } => $"Environment[\"{name}\"] is null or has a character 0; give a text.",
        _ when options.Volumes.Select(VolumeProblem).FirstOrDefault(static problem => problem is not null) is { } problem => problem,
        _ when options.Volumes.GroupBy(static volume => volume.Target, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } twice => $"Volumes has \"{twice.Key}\" twice; each needs a target of its own.",
        _ when options.ExtraArguments.Concat(options.Command).Any(string.IsNullOrEmpty) => "ExtraArguments or Command has an empty argument; leave it out.",
        _ => null,
    };

    private static string? VolumeProblem(DockerVolume volume) => volume switch
    {
        null => "Volumes has a null; leave it out.",
        { Source: null or "" } => $"Volumes has an empty source for \"{volume.Target}\"; give a path or the name of a volume.",
        { Target: var target } when !IsAbsolute(target) || target == "/" => $"Volumes has the target \"{target}\"; it must be an absolute path inside the container.",
        { Target: ContainerCommand.SocketFile } => $"Volumes has the target \"{ContainerCommand.SocketFile}\", where Graflow's own socket is; choose another one.",
        { Target: var target } when (target + "/").StartsWith(ContainerCommand.ProgramFolder + "/", StringComparison.Ordinal) => $"Volumes has the target \"{target}\", where the program's own folder is; choose another one.",
        _ => null,
    };

    private static bool IsAbsolute(string? path) => path is ['/', ..];

    /// <summary>Whether it cannot be taken for an option, or for more than one argument by whoever reads it.</summary>
    private static bool IsWord(string? text) => text is not (null or "" or ['-', ..]) && !text.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c));
}
