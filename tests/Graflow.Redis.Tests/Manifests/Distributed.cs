using System.Runtime.CompilerServices;

namespace Graflow.Redis.Tests.Manifests;

/// <summary>The files of samples/Distributed.</summary>
internal static class Distributed
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../samples/Distributed"));

    internal static string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    internal static IReadOnlyList<string> Lines(string file) =>
        [.. Read(file).Split('\n').Select(static line => line.Trim()).Where(static line => line is not ("" or ['#', ..]))];

    internal static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder)).Select(file => Path.GetFileName(file)!);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
