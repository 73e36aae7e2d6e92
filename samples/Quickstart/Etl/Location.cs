namespace Quickstart.Etl;

/// <summary>A point on the Earth's surface, in degrees.</summary>
public readonly record struct Location(double Latitude, double Longitude)
{
    private const double EarthRadius = 6371;

    /// <summary>The great-circle distance in kilometres (haversine formula).</summary>
    public double DistanceTo(Location other)
    {
        var (phi, otherPhi) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((otherPhi - phi) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt((north * north) + (Math.Cos(phi) * Math.Cos(otherPhi) * east * east)));
    }
}
