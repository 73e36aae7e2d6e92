namespace Graflow.Handlers.Docker;

/// <summary>The program whose tasks run in a container: its folder on this machine, and how it is started inside.</summary>
internal sealed record ContainerProgram(string Folder, IReadOnlyList<string> Command)
{
    /// <param name="path">The program's <c>.dll</c> or executable on this machine.</param>
    /// <param name="command">As <see cref="DockerOptions.Command"/> has it.</param>
    internal static ContainerProgram At(string path, IReadOnlyList<string> command)
    {
        var full = Path.GetFullPath(path);
        return new ContainerProgram(Path.GetDirectoryName(full)!, command.Count > 0 ? command : DefaultCommand(full));
    }

    // The executable beside a .dll is this machine's own and of no use in another system.
    private static string[] DefaultCommand(string path)
    {
        var library = Path.GetExtension(path) is ".dll" ? path : Path.ChangeExtension(path, null) is var name && path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name + ".dll" : path + ".dll";
        return File.Exists(library)
            ? ["dotnet", Inside(library)]
            : [Inside(path)];
    }

    private static string Inside(string path) => $"{ContainerCommand.ProgramFolder}/{Path.GetFileName(path)}";
}
