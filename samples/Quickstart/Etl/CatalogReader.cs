namespace Quickstart.Etl;

/// <summary>Reads a catalogue in the layout of the USGS event feed: a header line, then one event a line.</summary>
public static class CatalogReader
{
    public static async Task<Catalog> ReadAsync(string path, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        var lines = await File.ReadAllLinesAsync(path, ct);
        var columns = CsvLine.Split(lines.FirstOrDefault(""));
        for (var i = 1; i < lines.Length; i++)
        {
            if (CsvLine.Split(lines[i]).Length is var fields && fields != columns.Length)
            {
                throw new MalformedRowException(file, i + 1, "row", $"has {fields} fields, the header {columns.Length}");
            }
        }

        return new Catalog(file, lines.FirstOrDefault(""), lines[Math.Min(1, lines.Length)..]);
    }
}
