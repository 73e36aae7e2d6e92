using Graflow;

[assembly: Payload(typeof(double[]))]

namespace Graflow.Bench.Payloads;

/// <summary>The three values that are written and read.</summary>
internal static class PayloadSamples
{
    public static Measurement Measurement() =>
        new(123_456_789, new Guid("00112233-4455-6677-8899-aabbccddeeff"), new DateTime(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc), 21.5, 19.25, 23.75, 600, true, "°C", "North wing, room 12");

    public static Order Order() =>
        new(4711, new Customer("Ada Lovelace", "12 St James's Square", "London"), [.. Enumerable.Range(0, 128).Select(Line)]);

    public static double[] Doubles() => [.. Enumerable.Range(0, 1024 * 1024 / sizeof(double)).Select(static i => Math.Sqrt(i))];

    private static OrderLine Line(int i) => new($"SKU-{i:D8}", i % 7 + 1, 9.99m + i, "packed with care, fragile");
}
