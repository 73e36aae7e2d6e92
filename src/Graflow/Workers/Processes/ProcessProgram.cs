using System.Diagnostics;

namespace Graflow.Workers;

/// <summary>How a program is started as a child: itself, or by the <c>dotnet</c> that runs it.</summary>
/// <param name="Path">What people call it.</param>
/// <param name="FileName">The file to execute.</param>
/// <param name="Arguments">What comes before the child's own arguments.</param>
internal sealed record ProcessProgram(string Path, string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The program of the option; null means the one that runs.</summary>
    /// <exception cref="WorkerStartException">There is no such program.</exception>
    internal static ProcessProgram Find(string? path)
    {
        if (path is null)
        {
            return Own();
        }

        var full = System.IO.Path.GetFullPath(path);
        return !File.Exists(full)
            ? throw new WorkerStartException($"There is no program {full} to run tasks in. Correct WorkerOptions.Program, or leave it null for this program.")
            : IsAssembly(full) ? new ProcessProgram(full, Host(), [full]) : new ProcessProgram(full, full, []);
    }

    internal ProcessStartInfo ToStartInfo(IEnumerable<string> arguments) => new(FileName, [.. Arguments, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static ProcessProgram Own()
    {
        var executable = Environment.ProcessPath
            ?? throw new WorkerStartException("It is not known by which file this program was started. Set WorkerOptions.Program.");
        if (!IsHost(executable))
        {
            return new ProcessProgram(executable, executable, []);
        }

        var assembly = System.IO.Path.GetFullPath(Environment.GetCommandLineArgs()[0]);
        return IsAssembly(assembly) && File.Exists(assembly)
            ? new ProcessProgram(assembly, executable, [assembly])
            : throw new WorkerStartException($"It is not known which program {executable} runs. Set WorkerOptions.Program.");
    }

    private static string Host() =>
        Environment.ProcessPath is { } path && IsHost(path) ? path : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static bool IsHost(string path) => System.IO.Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);

    private static bool IsAssembly(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
