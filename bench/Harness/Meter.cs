namespace Graflow.Bench.Harness;

/// <summary>What is read off a sample, and in which unit.</summary>
/// <param name="Unit">As printed and as written to JSON.</param>
/// <param name="Read">The value of one sample.</param>
/// <param name="HigherIsBetter">Whether the best round is the largest.</param>
internal sealed record Meter(string Unit, Func<Sample, double> Read, bool HigherIsBetter = false)
{
    public static Meter NanosecondsPerTask { get; } = new("ns/task", sample => sample.Elapsed.TotalNanoseconds / sample.Operations);

    public static Meter NanosecondsPerPayload { get; } = new("ns/payload", sample => sample.Elapsed.TotalNanoseconds / sample.Operations);

    public static Meter MicrosecondsPerRun { get; } = new("us/run", sample => sample.Elapsed.TotalMicroseconds / sample.Operations);

    /// <summary>Processors kept busy, whoever keeps them busy.</summary>
    public static Meter CoresBusy { get; } = new("cores", sample => sample.Cpu / sample.Elapsed);

    /// <summary>The number that the peer itself measured and returned.</summary>
    public static Meter Reported(string unit) => new(unit, sample => sample.Result);

    /// <summary>The share of <paramref name="cores"/> that bodies of a known length fill.</summary>
    public static Meter Utilisation(int cores, TimeSpan body) =>
        new("%", sample => 100 * (body * sample.Operations / (sample.Elapsed * cores)), HigherIsBetter: true);
}
