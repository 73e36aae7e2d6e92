using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Compares text with a file beside the tests. <c>GRAFLOW_ACCEPT=1</c> writes the file instead.</summary>
internal static class Snapshot
{
    public static string Folder { get; } = Path.Combine(SourceFolder(), "..", "Constructs");

    public static string TextOf(GeneratorRunResult result)
    {
        var text = new StringBuilder();
        foreach (var source in result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal))
        {
            text.Append("//// ").Append(source.HintName).Append('\n').Append(source.SourceText).Append('\n');
        }

        return text.ToString();
    }

    public static void Match(string name, string actual)
    {
        var file = Path.Combine(Folder, $"{name}.verified.cs");
        if (Environment.GetEnvironmentVariable("GRAFLOW_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{name} has no accepted output. Run the test with GRAFLOW_ACCEPT=1 and read what it writes.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
