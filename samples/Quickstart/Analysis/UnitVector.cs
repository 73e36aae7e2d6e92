using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>A point on the unit sphere: a mean of locations has no meaning in degrees (think of the date line), but it has here.</summary>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    public static UnitVector From(Location location)
    {
        var (phi, lambda) = (double.DegreesToRadians(location.Latitude), double.DegreesToRadians(location.Longitude));
        return new UnitVector(Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }

    public static UnitVector Mean(IEnumerable<UnitVector> vectors)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var vector in vectors)
        {
            (x, y, z) = (x + vector.X, y + vector.Y, z + vector.Z);
        }

        var length = Math.Sqrt((x * x) + (y * y) + (z * z));
        return new UnitVector(x / length, y / length, z / length);
    }

    public double SquaredDistanceTo(UnitVector other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }

    public Location ToLocation() => new(double.RadiansToDegrees(Math.Asin(Z)), double.RadiansToDegrees(Math.Atan2(Y, X)));
}
