using System.Globalization;

namespace Graflow.Bench.Harness;

/// <summary>A promise that a workload's numbers keep or miss.</summary>
/// <param name="Text">The promise as a person reads it.</param>
/// <param name="Read">The number that it is about.</param>
/// <param name="IsMet">Whether that number keeps it.</param>
internal sealed record Bound(string Text, Func<WorkloadResult, double> Read, Func<double, bool> IsMet)
{
    /// <summary>The peer's median is no larger.</summary>
    public static Bound AtMost(double limit, string unit, string peer = "graflow") =>
        new($"{peer} <= {Number(limit)} {unit}", result => result[peer].Median, value => value <= limit);

    /// <summary>The peer's median is no smaller.</summary>
    public static Bound AtLeast(double limit, string unit, string peer = "graflow") =>
        new($"{peer} >= {Number(limit)} {unit}", result => result[peer].Median, value => value >= limit);

    /// <summary>The peer allocates no more for each operation.</summary>
    public static Bound BytesAtMost(double limit, string peer = "graflow") =>
        new($"{peer} <= {Number(limit)} B/op", result => result[peer].Bytes, value => value <= limit);

    /// <summary>The peer allocates no more for each operation than another does.</summary>
    public static Bound BytesAtMostThoseOf(string other, string peer = "graflow") =>
        new($"{peer} <= {other} B/op", result => result[peer].Bytes - result[other].Bytes, value => value <= 0);

    /// <summary>The peer costs at most so many times what another costs, round by round.</summary>
    public static Bound RatioAtMost(double limit, string other, string peer = "graflow") =>
        new($"{peer} / {other} <= {Number(limit)}", result => result[peer].RatioTo(result[other]), value => value <= limit);

    /// <summary>The peer has at least such a share of what another has, round by round.</summary>
    public static Bound RatioAtLeast(double limit, string other, string peer = "graflow") =>
        new($"{peer} / {other} >= {Number(limit)}", result => result[peer].RatioTo(result[other]), value => value >= limit);

    /// <summary>The peer is so many times faster than another, round by round.</summary>
    public static Bound FasterThan(double factor, string other, string peer = "graflow") =>
        new($"{peer} >= {Number(factor)}x faster than {other}", result => 1 / result[peer].RatioTo(result[other]), value => value >= factor);

    /// <summary>The peer's best round is so many times faster than the other's best round.</summary>
    public static Bound FasterThanBestOf(double factor, string other, string peer = "graflow") =>
        new($"{peer} >= {Number(factor)}x faster than {other}, best rounds", result => result[other].Best / result[peer].Best, value => value >= factor);

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
