namespace Graflow.Generators.Tests.Docs;

/// <summary>The pages that show code to users.</summary>
internal static class DocPages
{
    private static readonly string Root = FindRoot();

    public static IReadOnlyList<DocBlock> Blocks { get; } = [.. Names.SelectMany(page => DocBlock.Read(page, File.ReadAllText(Path.Combine(Root, page))))];

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IEnumerable<string> Names =>
        Rules.Select(file => $"analyzers/docs/{file}").Prepend("docs/fleet.md").Prepend("docs/durable-runs.md").Prepend("samples/README.md").Prepend("README.md");

    public static IEnumerable<string> Rules =>
        Directory.EnumerateFiles(Path.Combine(Root, "analyzers", "docs"), "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Writes what one sees into the <c>text</c> block after a block.</summary>
    public static void Accept(DocBlock block, string seen)
    {
        var path = Path.Combine(Root, block.Page);
        var before = $"```csharp\n{block.Code}```\n\n```text\n";
        File.WriteAllText(path, File.ReadAllText(path).Replace($"{before}{block.Text}\n", $"{before}{seen}\n", StringComparison.Ordinal));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Graflow.Generators.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Graflow.Generators.sln above the tests.");
        }

        return folder;
    }
}
