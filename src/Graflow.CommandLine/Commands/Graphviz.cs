using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Graflow.Commands;

/// <summary>Draws by Graphviz's <c>dot</c>, where it is installed.</summary>
internal static class Graphviz
{
    private const string Program = "dot";

    /// <exception cref="CommandException">It is not installed, or cannot draw the graph.</exception>
    internal static async Task<string> DrawAsync(string graph, CancellationToken ct)
    {
        using var dot = Start();
        var picture = dot.StandardOutput.ReadToEndAsync(ct);
        var problems = dot.StandardError.ReadToEndAsync(ct);
        try
        {
            await dot.StandardInput.WriteAsync(graph.AsMemory(), ct).ConfigureAwait(false);
            dot.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all; its exit code says why.
        }

        await dot.WaitForExitAsync(ct).ConfigureAwait(false);
        return dot.ExitCode == 0
            ? await picture.ConfigureAwait(false)
            : throw new CommandException("missingTool", $"Graphviz's {Program} ended with {dot.ExitCode}: {(await problems.ConfigureAwait(false)).Trim()}");
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(Program, ["-Tsvg"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CommandException("missingTool", "An svg is drawn by Graphviz's dot, which is not on the path. Install it (apt-get install graphviz, brew install graphviz, winget install graphviz), or use --format html, which needs nothing.");
        }
    }
}
