namespace Graflow.Bench.Payloads;

/// <summary>About 100 bytes of everything.</summary>
[Payload]
internal sealed record Measurement(long Id, Guid Device, DateTime At, double Value, double Lowest, double Highest, int Samples, bool IsValid, string Unit, string Site);
