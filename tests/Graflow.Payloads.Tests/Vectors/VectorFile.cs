using System.Text.Json;

namespace Graflow.Payloads.Tests.Vectors;

internal static class VectorFile
{
    public static IReadOnlyList<Vector> Vectors { get; } = Read();

    private static List<Vector> Read()
    {
        using var file = typeof(VectorFile).Assembly.GetManifestResourceStream("Graflow.Payloads.Tests.Vectors.memorypack-vectors.json")!;
        using var json = JsonDocument.Parse(file);
        return [.. json.RootElement.EnumerateArray().Select(item => new Vector(Text(item, "type"), Text(item, "value"), Text(item, "hex")))];
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
