namespace Quickstart.Etl;

/// <summary>The earthquakes of a catalogue, oldest first, and how many events of other kinds were left out.</summary>
public sealed record CleanCatalog(IReadOnlyList<Quake> Quakes, IReadOnlyDictionary<string, int> LeftOut)
{
    public static CleanCatalog From(Catalog catalog)
    {
        var kinds = catalog.ReadRows().ToLookup(static row => row.Text("type"));
        return new CleanCatalog(
            [.. kinds["earthquake"].Select(Quake.Parse).OrderBy(static quake => quake.Time)],
            kinds.Where(static kind => kind.Key != "earthquake").ToDictionary(static kind => kind.Key, static kind => kind.Count()));
    }
}
