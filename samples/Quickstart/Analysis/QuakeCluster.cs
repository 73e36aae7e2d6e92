using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>Quakes that belong together, and the middle of them.</summary>
public sealed record QuakeCluster(Location Centre, IReadOnlyList<Quake> Quakes);
