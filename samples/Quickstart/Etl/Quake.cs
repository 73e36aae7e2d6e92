namespace Quickstart.Etl;

/// <summary>An earthquake.</summary>
/// <param name="Id">The network's id for the event.</param>
/// <param name="Time">The time at the source.</param>
/// <param name="Epicentre">Where, on the surface.</param>
/// <param name="Depth">Depth in kilometres; slightly negative above sea level.</param>
/// <param name="Magnitude">The network's preferred magnitude.</param>
/// <param name="Place">The nearest named place.</param>
public sealed record Quake(string Id, DateTimeOffset Time, Location Epicentre, double Depth, double Magnitude, string Place)
{
    public static Quake Parse(CatalogRow row) => new(
        row.Text("id"),
        row.Time("time"),
        new Location(row.Number("latitude"), row.Number("longitude")),
        row.Number("depth"),
        row.Number("mag"),
        row.Text("place"));
}
