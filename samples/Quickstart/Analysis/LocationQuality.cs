using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>How well the events' origins explain the arrival times, in seconds (the feed's <c>rms</c>): the smaller the better.</summary>
public sealed record LocationQuality(double MedianResidual, double WorstResidual)
{
    /// <summary>Strict on purpose: a rating that left out the events without a residual would be too good.</summary>
    public static LocationQuality Rate(Catalog catalog)
    {
        var residuals = catalog.ReadRows().Select(static row => row.Number("rms")).ToArray();
        return new LocationQuality(residuals.Median(), residuals.Max());
    }
}
