using System.Text;
using System.Xml.Linq;
using Quickstart.Analysis;
using Quickstart.Etl;

namespace Quickstart.Report.Charts;

/// <summary>Every epicentre on a map of the world: area by magnitude, colour by depth, a number at the middle of each region.</summary>
internal static class WorldMap
{
    private const double Noticeable = 2.5;
    private const int RimStep = 5;

    public static XElement Draw(Findings findings)
    {
        var quakes = findings.Catalog.Quakes;
        return new XElement("div",
            new XAttribute("class", "map"),
            new XElement("svg",
                new XAttribute("viewBox", $"0 0 {EqualEarth.Width} {EqualEarth.Height}"),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", $"World map of {quakes.Count} epicentres; the regions table below names the numbered regions."),
                Path("sphere", Outline()),
                Path("land", Land()),
                Path("faint", string.Concat(quakes.Where(static quake => quake.Magnitude < Noticeable).Select(Dot))),
                quakes.Where(static quake => quake.Magnitude >= Noticeable).OrderByDescending(static quake => quake.Magnitude).Select(Circle)),
            new XElement("svg",
                new XAttribute("class", "labels"),
                new XAttribute("aria-hidden", "true"),
                findings.Measurements.Regions.Select(Label)));
    }

    private static XElement Circle(Quake quake)
    {
        var (x, y) = EqualEarth.Project(quake.Epicentre);
        return new XElement("circle",
            new XAttribute("class", DepthClass(quake.Depth)),
            new XAttribute("cx", $"{x:0.0}"),
            new XAttribute("cy", $"{y:0.0}"),
            new XAttribute("r", $"{0.34 * Math.Pow(quake.Magnitude, 1.9):0.0}"),
            new XElement("title", $"{Phrases.Magnitude(quake)} · {quake.Place} · {Phrases.At(quake)} · {quake.Depth:0} km deep"));
    }

    private static string DepthClass(double depth) => depth switch
    {
        < 70 => "shallow",
        < 300 => "middle",
        _ => "deep",
    };

    private static object[] Label(Region region, int index)
    {
        var (x, y) = EqualEarth.Project(region.Centre);
        var (left, top) = ($"{100 * x / EqualEarth.Width:0.0}%", $"{100 * y / EqualEarth.Height:0.0}%");
        return
        [
            new XElement("circle", new XAttribute("cx", left), new XAttribute("cy", top), new XAttribute("r", 10)),
            new XElement("text", new XAttribute("x", left), new XAttribute("y", top), new XAttribute("dy", "0.35em"), index + 1),
        ];
    }

    private static string Dot(Quake quake) => Point('M', quake.Epicentre) + "h0";

    private static string Outline()
    {
        var rim = new StringBuilder();
        for (var latitude = -90; latitude <= 90; latitude += RimStep)
        {
            rim.Append(Point(latitude == -90 ? 'M' : 'L', new Location(latitude, EqualEarth.Seam)));
        }

        for (var latitude = 90; latitude >= -90; latitude -= RimStep)
        {
            rim.Append(Point('L', new Location(latitude, EqualEarth.Seam + 360)));
        }

        return rim.Append('Z').ToString();
    }

    private static string Land()
    {
        var path = new StringBuilder();
        foreach (var ring in Asset.Read("land.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (i, point) in ring.Split(' ').Index())
            {
                var comma = point.IndexOf(',', StringComparison.Ordinal);
                path.Append(Point(i == 0 ? 'M' : 'L', new Location(double.Parse(point[(comma + 1)..]), double.Parse(point[..comma]))));
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    private static string Point(char command, Location location)
    {
        var (x, y) = EqualEarth.Project(location);
        return $"{command}{x:0.0} {y:0.0}";
    }

    private static XElement Path(string style, string data) => new("path", new XAttribute("class", style), new XAttribute("d", data));
}
