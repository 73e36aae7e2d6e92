using Quickstart.Etl;

namespace Quickstart.Report.Charts;

/// <summary>
/// The Equal Earth projection (Šavrič, Patterson and Jenny, 2018) around the Pacific, whose rim is where most quakes are. The map is
/// <see cref="Width"/> by <see cref="Height"/> units.
/// </summary>
internal static class EqualEarth
{
    public const double Width = 1000;
    public const double Height = 487;

    /// <summary>The meridian at which the map begins and ends.</summary>
    public const double Seam = -30;

    private const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
    private const double HalfWidth = 2.7066;
    private const double Scale = Width / 2 / HalfWidth;
    private static readonly double M = Math.Sqrt(3) / 2;

    public static (double X, double Y) Project(Location location)
    {
        var longitude = location.Longitude < Seam ? location.Longitude + 360 : location.Longitude;
        var theta = Math.Asin(M * Math.Sin(double.DegreesToRadians(location.Latitude)));
        var (t2, t6) = (theta * theta, Math.Pow(theta, 6));
        var x = double.DegreesToRadians(longitude - (Seam + 180)) * Math.Cos(theta) / (M * (A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2)))));
        var y = theta * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2))));
        return ((Width / 2) + (Scale * x), (Height / 2) - (Scale * y));
    }
}
