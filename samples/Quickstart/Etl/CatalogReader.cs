namespace Quickstart.Etl;

/// <summary>Reads a catalogue in the layout of the USGS event feed: a header line, then one event a line.</summary>
public static class CatalogReader
{
    public static async Task<Catalog> ReadAsync(string path, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        string[]? columns = null;
        var rows = new List<CatalogRow>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, ct))
        {
            number++;
            var fields = CsvLine.Split(line);
            if (columns is null)
            {
                columns = fields;
                continue;
            }

            rows.Add(fields.Length == columns.Length
                ? new CatalogRow(file, number, columns, fields)
                : throw new MalformedRowException(file, number, "row", $"has {fields.Length} fields, the header {columns.Length}"));
        }

        return new Catalog(file, rows);
    }
}
