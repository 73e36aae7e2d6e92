namespace Graflow.Handlers.Docker;

/// <summary>Finds a program as a shell would.</summary>
internal static class ProgramPath
{
    /// <param name="program">A path, or a name that is looked for on the PATH.</param>
    /// <returns>Its full path; null where there is no such program.</returns>
    internal static string? Find(string program)
    {
        if (Path.GetFileName(program) != program)
        {
            return Candidates(Path.GetFullPath(program)).FirstOrDefault(IsProgram);
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return folders.SelectMany(folder => Candidates(Path.GetFullPath(Path.Combine(folder, program)))).FirstOrDefault(IsProgram);
    }

    private static string[] Candidates(string path) => OperatingSystem.IsWindows() && !Path.HasExtension(path) ? [path + ".exe"] : [path];

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
