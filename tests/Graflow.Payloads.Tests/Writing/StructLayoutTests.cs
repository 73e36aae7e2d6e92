using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Writing;

/// <summary>Structs whose layout is not what their fields suggest: their memory, with padding cleared.</summary>
public sealed class StructLayoutTests
{
    [Fact]
    public void A_struct_of_an_odd_size_that_may_be_null_is_its_memory()
    {
        Odd? value = new Odd(0x04030201);
        ref var start = ref Unsafe.As<Odd?, byte>(ref value);
        var memory = MemoryMarshal.CreateReadOnlySpan(ref start, Unsafe.SizeOf<Odd?>()).ToArray();
        Assert.Equal(memory, PayloadSerializer.Serialize(value));
        Assert.Equal(value, PayloadSerializer.Deserialize<Odd?>(memory));
        Assert.Null(PayloadSerializer.Deserialize<Odd?>(new byte[memory.Length]));
    }

    [Fact]
    public void Gaps_of_explicit_layouts_are_cleared()
    {
        var (overlaid, placed) = (Dirty<Overlaid>(), Dirty<Placed>());
        (overlaid.Real, overlaid.Last) = (1.5f, 2);
        (placed.Flag, placed.Last) = (true, 3);
        Assert.Equal("0000c03f" + "00000000" + "0200000000000000", Convert.ToHexStringLower(PayloadSerializer.Serialize(overlaid)));
        Assert.Equal("00000000" + "01000000" + "0300000000000000", Convert.ToHexStringLower(PayloadSerializer.Serialize(placed)));
    }

    [Fact]
    public void A_field_at_a_place_of_its_own_is_checked()
    {
        Assert.Equal(7, PayloadSerializer.Deserialize<Tagged>(Convert.FromHexString("07000000" + "01000000")).Number);
        Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Tagged>(Convert.FromHexString("07000000" + "02000000")));
        Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Placed>(Convert.FromHexString("00000000" + "02000000" + "0300000000000000")));
    }

    [Fact]
    public void Gaps_of_tuples_that_the_runtime_orders_are_cleared()
    {
        var value = Dirty<(byte, Two, One)>();
        (value.Item1, value.Item2, value.Item3) = (1, new Two(2), new One(3));
        var clean = default((byte, Two, One));
        (clean.Item1, clean.Item2, clean.Item3) = (1, new Two(2), new One(3));
        Assert.Equal(PayloadSerializer.Serialize(clean), PayloadSerializer.Serialize(value));
    }

    [Fact]
    public void Elements_of_inline_arrays_are_checked_and_their_gaps_cleared()
    {
        var steps = Dirty<Steps>();
        foreach (ref var step in (Span<Step>)steps)
        {
            (step.Kind, step.Length) = (1, 2);
        }

        Assert.Equal("01000000" + "02000000" + "01000000" + "02000000", Convert.ToHexStringLower(PayloadSerializer.Serialize(steps)));
        Assert.True(PayloadSerializer.Deserialize<Switches>([0, 0, 0, 1])[3]);
        Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Switches>([0, 0, 2, 0]));
    }

    private static T Dirty<T>()
        where T : unmanaged
    {
        Unsafe.SkipInit(out T value);
        MemoryMarshal.AsBytes(new Span<T>(ref value)).Fill(0xCC);
        return value;
    }
}
