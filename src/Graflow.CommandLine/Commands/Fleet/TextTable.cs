namespace Graflow.Commands;

/// <summary>Columns for people.</summary>
internal static class TextTable
{
    /// <returns>The lines, the heads first; empty where there are no rows.</returns>
    internal static IEnumerable<string> Of(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        IReadOnlyList<IReadOnlyList<string>> all = [heads, .. rows];
        var widths = heads.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        return all.Select(row => string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
    }
}
