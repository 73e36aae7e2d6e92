using System.Collections.Frozen;

namespace Graflow.Redis.Scripts;

/// <summary>The embedded scripts. The first line of each says what the server is to allow, the second which shared parts come before the rest: <c>--! clock queue</c>.</summary>
internal sealed class ScriptLibrary
{
    private const string Uses = "--! ";
    private const string Extension = ".lua";

    private readonly FrozenDictionary<string, Script> _scripts;

    /// <param name="clock">Another clock than the server's, for tests that set the time by hand; null for the server's.</param>
    internal ScriptLibrary(string? clock = null)
    {
        var texts = ReadResources();
        texts["clock"] = clock ?? texts["clock"];
        _scripts = texts.Where(static text => text.Value.StartsWith("#!", StringComparison.Ordinal))
            .Select(text => new Script(text.Key, Compose(text.Value, texts)))
            .ToFrozenDictionary(static script => script.Name, StringComparer.Ordinal);
    }

    internal IReadOnlyCollection<Script> All => _scripts.Values;

    internal Script this[string name] => _scripts[name];

    private static string Compose(string text, Dictionary<string, string> texts)
    {
        var lines = text.Split('\n');
        if (!lines[1].StartsWith(Uses, StringComparison.Ordinal))
        {
            return text;
        }

        var parts = lines[1][Uses.Length..].Split(' ').Select(part => texts[part]);
        return string.Join('\n', [lines[0], .. parts, .. lines[2..]]);
    }

    private static Dictionary<string, string> ReadResources()
    {
        var assembly = typeof(ScriptLibrary).Assembly;
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            texts[name[..^Extension.Length]] = reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        return texts;
    }
}
