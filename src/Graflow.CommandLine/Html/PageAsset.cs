namespace Graflow.Html;

/// <summary>The files that a page is made of; they travel inside the assembly.</summary>
internal static class PageAsset
{
    internal static string Viz { get; } = Read("viz-global.js");

    internal static string Script { get; } = Read("viewer.js");

    internal static string Style { get; } = Read("viewer.css");

    internal static string Markup { get; } = Read("viewer.html");

    internal static string Page { get; } = Read("page.html");

    internal static string PageStyle { get; } = Read("page.css");

    private static string Read(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The assembly holds no asset '{name}'.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
