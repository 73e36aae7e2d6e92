using Quickstart.Etl;

namespace Quickstart.Analysis;

/// <summary>
/// The Gutenberg–Richter law, log₁₀ N(≥ M) = a − b·M, fitted by Aki's maximum likelihood to the magnitudes of which the network
/// misses none worldwide. Where b is 1, each step of one magnitude is ten times rarer.
/// </summary>
/// <param name="CompleteFrom">The smallest magnitude that counts.</param>
/// <param name="Count">How many quakes have at least that magnitude.</param>
/// <param name="B">The slope.</param>
/// <param name="Error">The slope's standard error.</param>
public sealed record MagnitudeLaw(double CompleteFrom, int Count, double B, double Error)
{
    private const double WorldwideCompleteness = 4.5;
    private const double HalfBin = 0.05;

    public static MagnitudeLaw Fit(IReadOnlyList<Quake> quakes)
    {
        var magnitudes = quakes.Select(static quake => quake.Magnitude).Where(static magnitude => magnitude >= WorldwideCompleteness).ToArray();
        if (magnitudes.Length < 2)
        {
            throw new InvalidDataException($"Fewer than two quakes of magnitude {WorldwideCompleteness} or more: no law can be fitted.");
        }

        var b = Math.Log10(Math.E) / (magnitudes.Average() - (WorldwideCompleteness - HalfBin));
        return new MagnitudeLaw(WorldwideCompleteness, magnitudes.Length, b, b / Math.Sqrt(magnitudes.Length));
    }

    /// <summary>How many quakes of at least this magnitude the law expects.</summary>
    public double ExpectedFrom(double magnitude) => Count * Math.Pow(10, -B * (magnitude - CompleteFrom));
}
