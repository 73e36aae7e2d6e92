namespace Quickstart.Etl;

/// <summary>A catalogue of seismic events as it was delivered, newest first.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Header">The line with the columns' names.</param>
/// <param name="Lines">The lines after it, each with as many fields. Not split: so it is small where it goes to another machine.</param>
public sealed record Catalog(string File, string Header, IReadOnlyList<string> Lines)
{
    public IEnumerable<CatalogRow> ReadRows()
    {
        var columns = CsvLine.Split(Header);
        return Lines.Select((line, i) => new CatalogRow(File, i + 2, columns, CsvLine.Split(line)));
    }
}
