namespace Quickstart.Etl;

/// <summary>A catalogue of seismic events as it was delivered, newest first.</summary>
public sealed record Catalog(string File, IReadOnlyList<CatalogRow> Rows);
