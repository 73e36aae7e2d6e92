namespace Quickstart.Report;

/// <summary>The files that a page is made of; they travel inside the assembly.</summary>
internal static class Asset
{
    public static string Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The assembly holds no asset '{name}'.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
