using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>A mainshock and the smaller quakes around it.</summary>
public sealed record QuakeSequence(Quake Mainshock, IReadOnlyList<Quake> Foreshocks, IReadOnlyList<Quake> Aftershocks)
{
    private const double SmallestMainshock = 4.5;
    private const double Reach = 100;
    private const int FewestCompanions = 5;

    /// <summary>
    /// Finds the anomalies of the week: from the strongest quake downwards, each takes the quakes within 100 km that no stronger one
    /// has taken; five or more of them make a sequence.
    /// </summary>
    public static IReadOnlyList<QuakeSequence> Find(IReadOnlyList<Quake> quakes)
    {
        var free = quakes.ToHashSet();
        var sequences = new List<QuakeSequence>();
        foreach (var mainshock in quakes.Where(static quake => quake.Magnitude >= SmallestMainshock).OrderByDescending(static quake => quake.Magnitude))
        {
            var companions = free.Where(quake => quake != mainshock && quake.Epicentre.DistanceTo(mainshock.Epicentre) <= Reach).ToList();
            if (!free.Contains(mainshock) || companions.Count < FewestCompanions)
            {
                continue;
            }

            free.Remove(mainshock);
            free.ExceptWith(companions);
            var order = companions.OrderBy(static quake => quake.Time).ToLookup(quake => quake.Time < mainshock.Time);
            sequences.Add(new QuakeSequence(mainshock, [.. order[true]], [.. order[false]]));
        }

        return sequences;
    }
}
