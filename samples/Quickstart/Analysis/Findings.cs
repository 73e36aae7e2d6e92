using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>All that one catalogue yields.</summary>
public sealed record Findings(CleanCatalog Catalog, Measurements Measurements, IReadOnlyList<QualityCheck> Checks);
