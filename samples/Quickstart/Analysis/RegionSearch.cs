using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>
/// One state of k-means clustering on the sphere. <see cref="Refine"/> is one pass; the flow repeats it until no quake changes its
/// cluster.
/// </summary>
/// <param name="Quakes">What is divided.</param>
/// <param name="Centres">The middle of each cluster.</param>
/// <param name="Owners">The cluster of each quake.</param>
public sealed record RegionSearch(IReadOnlyList<Quake> Quakes, IReadOnlyList<UnitVector> Centres, IReadOnlyList<int> Owners)
{
    private const int Regions = 10;
    private const double SmallestMagnitude = 2.5;

    /// <summary>How many passes this state has seen.</summary>
    public int Passes { get; init; }

    /// <summary>Whether the last pass moved no quake.</summary>
    public bool HasConverged { get; init; }

    /// <summary>The clusters, the one with most quakes first.</summary>
    public IReadOnlyList<QuakeCluster> ToClusters() =>
        [.. Enumerable.Range(0, Centres.Count)
            .Select(cluster => new QuakeCluster(Centres[cluster].ToLocation(), [.. Quakes.Where((_, i) => Owners[i] == cluster)]))
            .OrderByDescending(static cluster => cluster.Quakes.Count)];

    /// <summary>Starts from the strongest quake, then again and again from the one farthest from all centres so far.</summary>
    public static RegionSearch Seed(IReadOnlyList<Quake> quakes)
    {
        var strong = quakes.Where(static quake => quake.Magnitude >= SmallestMagnitude).ToArray();
        if (strong.Length < Regions)
        {
            throw new InvalidDataException($"{strong.Length} quakes of magnitude {SmallestMagnitude} or more cannot form {Regions} regions.");
        }

        var points = Array.ConvertAll(strong, static quake => UnitVector.From(quake.Epicentre));
        var centres = new List<UnitVector> { UnitVector.From(strong.MaxBy(static quake => quake.Magnitude)!.Epicentre) };
        while (centres.Count < Regions)
        {
            centres.Add(points.MaxBy(point => centres.Min(point.SquaredDistanceTo)));
        }

        return new RegionSearch(strong, centres, new int[strong.Length]);
    }

    /// <summary>Gives every quake to its nearest centre, then moves the centres to the middle of what they were given.</summary>
    public RegionSearch Refine()
    {
        UnitVector[] points = [.. Quakes.Select(static quake => UnitVector.From(quake.Epicentre))];
        var owners = Array.ConvertAll(points, NearestCentre);
        var members = points.Select((point, i) => (Point: point, Owner: owners[i])).ToLookup(static pair => pair.Owner, static pair => pair.Point);
        var centres = Centres.Select((centre, i) => members.Contains(i) ? UnitVector.Mean(members[i]) : centre).ToArray();
        return new RegionSearch(Quakes, centres, owners)
        {
            Passes = Passes + 1,
            HasConverged = Passes > 0 && owners.SequenceEqual(Owners),
        };
    }

    private int NearestCentre(UnitVector point)
    {
        var nearest = 0;
        for (var i = 1; i < Centres.Count; i++)
        {
            if (point.SquaredDistanceTo(Centres[i]) < point.SquaredDistanceTo(Centres[nearest]))
            {
                nearest = i;
            }
        }

        return nearest;
    }
}
