using Graflow.Bench.Harness;

namespace Graflow.Bench.Payloads;

/// <summary>Three payloads, each written into a buffer that is kept, and read into new objects.</summary>
internal static class PayloadWorkloads
{
    private const double FasterThanJson = 5;
    private const double WithinHandWritten = 1.2;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.8);

    public static Workload WriteMeasurement() => Writing("record-100B-write", Measurements());

    public static Workload ReadMeasurement() => Reading("record-100B-read", Measurements());

    public static Workload WriteOrder() => Writing("list-10KB-write", Orders());

    public static Workload ReadOrder() => Reading("list-10KB-read", Orders());

    public static Workload WriteDoubles() => Writing("doubles-1MB-write", Doubles());

    public static Workload ReadDoubles() => Reading("doubles-1MB-read", Doubles());

    private static PayloadPeers<Measurement> Measurements() =>
        new(PayloadSamples.Measurement(), operations: 2_000, static value => value.Value + value.Site.Length)
        {
            Json = PayloadJson.Default.Measurement,
            Write = HandWritten.Write,
            Read = HandWritten.ReadMeasurement,
        };

    private static PayloadPeers<Order> Orders() =>
        new(PayloadSamples.Order(), operations: 50, static value => value.Id + (double)value.Lines[^1].Price)
        {
            Json = PayloadJson.Default.Order,
            Write = HandWritten.Write,
            Read = HandWritten.ReadOrder,
        };

    private static PayloadPeers<double[]> Doubles() =>
        new(PayloadSamples.Doubles(), operations: 4, static value => value.Length + value[^1])
        {
            Json = PayloadJson.Default.DoubleArray,
            Write = HandWritten.Write,
            Read = HandWritten.ReadDoubles,
        };

    private static Workload Writing<T>(string name, PayloadPeers<T> peers) => new(name, Meter.NanosecondsPerPayload, peers.Writers())
    {
        Floor = "hand-written",
        LeastWarmUp = WarmUp,
        Bounds = [Bound.FasterThan(FasterThanJson, "json"), Bound.RatioAtMost(WithinHandWritten, "hand-written"), Bound.BytesAtMost(0)],
    };

    // What the hand-written reader allocates, are the objects of the value.
    private static Workload Reading<T>(string name, PayloadPeers<T> peers) => new(name, Meter.NanosecondsPerPayload, peers.Readers())
    {
        Floor = "hand-written",
        LeastWarmUp = WarmUp,
        Bounds = [Bound.FasterThan(FasterThanJson, "json"), Bound.RatioAtMost(WithinHandWritten, "hand-written"), Bound.BytesAtMostThoseOf("hand-written")],
    };
}
