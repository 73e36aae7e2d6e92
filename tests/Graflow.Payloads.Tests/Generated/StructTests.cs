using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>Structs that are written as their memory.</summary>
public sealed class StructTests
{
    [Fact]
    public void Padding_is_cleared_in_structs_in_structs_and_in_arrays()
    {
        var (dirty, clean) = (new Flagged[2], new Flagged[2]);
        MemoryMarshal.AsBytes(dirty.AsSpan()).Fill(0xcc);
        foreach (ref var value in dirty.AsSpan())
        {
            (value.Flag, value.Maybe, value.At, value.Pair, value.Inner.A, value.Inner.B) = (true, null, DateTime.MaxValue, (1, true), 2, 3);
        }

        foreach (ref var value in clean.AsSpan())
        {
            (value.Flag, value.Maybe, value.At, value.Pair, value.Inner.A, value.Inner.B) = (true, null, DateTime.MaxValue, (1, true), 2, 3);
        }

        Assert.Equal(PayloadSerializer.Serialize(clean), PayloadSerializer.Serialize(dirty));
        Assert.Equal(PayloadSerializer.Serialize(clean[1]), PayloadSerializer.Serialize(dirty[1]));
        Assert.Equal(dirty[0], PayloadSerializer.Deserialize<Flagged[]>(PayloadSerializer.Serialize(dirty))[1]);
    }

    [Fact]
    public void Every_bool_and_date_in_the_memory_is_checked()
    {
        var value = new Flagged { Flag = true, At = DateTime.UnixEpoch, Pair = (1, true), Maybe = new Padded { A = 1, B = 2 } };
        var payload = PayloadSerializer.Serialize(value);
        Assert.Equal(Unsafe.SizeOf<Flagged>(), payload.Length);
        var refused = Enumerable.Range(0, payload.Length).Count(index =>
        {
            var changed = (byte[])payload.Clone();
            changed[index] = 0x77;
            try
            {
                PayloadSerializer.Deserialize<Flagged>(changed);
                return false;
            }
            catch (PayloadException error)
            {
                Assert.Equal("Flagged", error.MemberPath);
                return true;
            }
        });
        // One byte each of Flag, Pair.Item2 and whether Maybe is there; the highest of At.
        Assert.Equal(4, refused);
    }
}
