using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Graflow.CompilerServices;
using Graflow.Payloads.Tests.Support;
using Xunit;

namespace Graflow.Payloads.Tests.Writing;

/// <summary>Unmanaged structs are their memory; equal values have equal bytes.</summary>
public sealed class PayloadLayoutTests
{
    static PayloadLayoutTests()
    {
        PayloadCodecs.Add(static () =>
        {
            PayloadCodecs.Add(new UnmanagedCodec<Padded>(Padded.Layout()));
            PayloadCodecs.Add(new UnmanagedCodec<Outer>(Outer.Layout()));
            PayloadCodecs.Add(new ArrayCodec<Outer>());
            PayloadCodecs.Add(new NullableUnmanagedCodec<Padded>());
        });
    }

    [Fact]
    public void Padding_is_cleared() => Assert.Equal("01" + "00000000000000" + "0200000000000000", Bytes.Hex(Dirty<Padded>(static p => p with { A = 1, B = 2 })));

    [Fact]
    public void Padding_of_a_nullable_is_cleared() =>
        Assert.Equal("0100000000000000" + "0100000000000000" + "0200000000000000", Bytes.Hex<Padded?>(Dirty<Padded>(static p => p with { A = 1, B = 2 })));

    [Fact]
    public void Padding_is_cleared_in_structs_of_structs_and_in_arrays()
    {
        const string one = "0100000000000000" + "0100000000000000" + "0200000000000000" + "0100000000000000" + "01000000";
        var outer = Dirty<Outer>(static o => o with { Flag = true, Inner = o.Inner with { A = 1, B = 2 }, Moment = null, Number = 1 });
        Assert.Equal("02000000", Bytes.Hex<Outer[]>([outer, outer])[..8]);
        Assert.Equal(Bytes.Hex(outer) + Bytes.Hex(outer), Bytes.Hex<Outer[]>([outer, outer])[8..]);
        Assert.StartsWith(one[..16], Bytes.Hex(outer), StringComparison.Ordinal);
        Assert.DoesNotContain("cc", Bytes.Hex(outer), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_are_no_values_are_errors_wherever_they_are()
    {
        var good = PayloadSerializer.Serialize(new Outer { Flag = true, Moment = DateTime.MaxValue });
        var flag = Changed(good, 0, 2);
        Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Outer>(flag));
        var outer = default(Outer);
        var moment = (int)Unsafe.ByteOffset(ref Unsafe.As<Outer, byte>(ref outer), ref Unsafe.As<DateTime?, byte>(ref outer.Moment));
        Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Outer>(Changed(good, moment, 2)));
        Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Outer>(Changed(good, moment + 15, 0x3f)));
        Assert.Equal(DateTime.MaxValue, PayloadSerializer.Deserialize<Outer>(good).Moment);
    }

    private static byte[] Changed(byte[] payload, int index, byte value)
    {
        var changed = payload.ToArray();
        changed[index] = value;
        return changed;
    }

    /// <summary>A value whose padding is not zero.</summary>
    private static T Dirty<T>(Func<T, T> set)
        where T : unmanaged
    {
        var values = new T[1];
        MemoryMarshal.AsBytes(values.AsSpan()).Fill(0xCC);
        return set(values[0]);
    }

    private record struct Padded
    {
        public byte A;
        public long B;

        public static PayloadLayout Layout()
        {
            var value = default(Padded);
            return new(Unsafe.SizeOf<Padded>(), PayloadField.Of(ref value, ref value.A), PayloadField.Of(ref value, ref value.B));
        }
    }

    private record struct Outer
    {
        public bool Flag;
        public Padded Inner;
        public DateTime? Moment;
        public int Number;

        public static PayloadLayout Layout()
        {
            var value = default(Outer);
            return new(
                Unsafe.SizeOf<Outer>(),
                PayloadField.Of(ref value, ref value.Flag),
                PayloadField.Of(ref value, ref value.Inner, Padded.Layout()),
                PayloadField.OfNullable(ref value, ref value.Moment),
                PayloadField.Of(ref value, ref value.Number));
        }
    }
}
