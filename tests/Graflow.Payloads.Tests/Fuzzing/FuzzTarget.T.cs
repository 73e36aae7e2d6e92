namespace Graflow.Payloads.Tests.Fuzzing;

internal sealed class FuzzTarget<T>(T[] values) : FuzzTarget(typeof(T).ToString())
{
    public override IReadOnlyList<byte[]> Payloads { get; } = [.. values.Select(PayloadSerializer.Serialize)];

    public override bool IsValue(ReadOnlySpan<byte> payload)
    {
        try
        {
            PayloadSerializer.Deserialize<T>(payload);
            return true;
        }
        catch (PayloadException)
        {
            return false;
        }
    }

    public override byte[] Rewrite(ReadOnlySpan<byte> payload) => PayloadSerializer.Serialize(PayloadSerializer.Deserialize<T>(payload));
}
