using Xunit;

namespace Graflow.Payloads.Tests.Vectors;

internal sealed class VectorRow<T>(string type, string text, T value, Action<T, T>? assertSame) : VectorRow(type, text)
{
    public override byte[] Write() => PayloadSerializer.Serialize(value);

    public override void AssertReads(byte[] payload)
    {
        var read = PayloadSerializer.Deserialize<T>(payload);
        if (assertSame is not null)
        {
            assertSame(value, read);
        }
        else
        {
            Assert.Equal(value, read);
        }
    }
}
