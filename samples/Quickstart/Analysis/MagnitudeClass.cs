namespace Quickstart.Analysis;

/// <summary>How many quakes a class of magnitudes holds; the class reaches up to the next one's <paramref name="From"/>.</summary>
public sealed record MagnitudeClass(string Name, double From, int Count);
