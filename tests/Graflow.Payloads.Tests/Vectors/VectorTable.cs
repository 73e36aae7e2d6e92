using System.Diagnostics.CodeAnalysis;

namespace Graflow.Payloads.Tests.Vectors;

/// <summary>A row for each vector of the file.</summary>
[SuppressMessage("Performance", "CA1859", Justification = "The static type of a value is what chooses its codec.")]
internal static partial class VectorTable
{
    private static readonly Dictionary<(string, string), VectorRow> Rows = LibraryRows().Concat(GeneratedRows()).ToDictionary(static row => row.Key);

    public static VectorRow? Find(Vector vector) => Rows.GetValueOrDefault((vector.Type, vector.Value));

    public static IEnumerable<VectorRow> WithoutVector() =>
        Rows.Values.Where(static row => !VectorFile.Vectors.Any(vector => (vector.Type, vector.Value) == row.Key));

    private static VectorRow<T> Row<T>(string type, string text, T value, Action<T, T>? assertSame = null) => new(type, text, value, assertSame);
}
