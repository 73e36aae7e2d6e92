using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>
/// One state of k-means clustering on the sphere. <see cref="Refine"/> is one pass; the flow repeats it until no quake changes its
/// cluster.
/// </summary>
public sealed class RegionSearch
{
    private const int Regions = 10;
    private const double SmallestMagnitude = 2.5;

    private readonly Quake[] _quakes;
    private readonly UnitVector[] _points;
    private readonly UnitVector[] _centres;
    private readonly int[] _owners;

    private RegionSearch(Quake[] quakes, UnitVector[] points, UnitVector[] centres, int[] owners)
    {
        _quakes = quakes;
        _points = points;
        _centres = centres;
        _owners = owners;
    }

    /// <summary>How many passes this state has seen.</summary>
    public int Passes { get; private init; }

    /// <summary>Whether the last pass moved no quake.</summary>
    public bool HasConverged { get; private init; }

    /// <summary>The clusters, the one with most quakes first.</summary>
    public IReadOnlyList<QuakeCluster> Clusters =>
        [.. Enumerable.Range(0, _centres.Length)
            .Select(cluster => new QuakeCluster(_centres[cluster].ToLocation(), [.. _quakes.Where((_, i) => _owners[i] == cluster)]))
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

        return new RegionSearch(strong, points, [.. centres], new int[strong.Length]);
    }

    /// <summary>Gives every quake to its nearest centre, then moves the centres to the middle of what they were given.</summary>
    public RegionSearch Refine()
    {
        var owners = Array.ConvertAll(_points, NearestCentre);
        var members = _points.Select((point, i) => (Point: point, Owner: owners[i])).ToLookup(static pair => pair.Owner, static pair => pair.Point);
        var centres = _centres.Select((centre, i) => members.Contains(i) ? UnitVector.Mean(members[i]) : centre).ToArray();
        return new RegionSearch(_quakes, _points, centres, owners)
        {
            Passes = Passes + 1,
            HasConverged = Passes > 0 && owners.AsSpan().SequenceEqual(_owners),
        };
    }

    private int NearestCentre(UnitVector point)
    {
        var nearest = 0;
        for (var i = 1; i < _centres.Length; i++)
        {
            if (point.SquaredDistanceTo(_centres[i]) < point.SquaredDistanceTo(_centres[nearest]))
            {
                nearest = i;
            }
        }

        return nearest;
    }
}
