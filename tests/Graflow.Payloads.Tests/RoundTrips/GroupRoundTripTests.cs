using System.Buffers;
using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

/// <summary>Groups, lookups, lazy values and sequences of memory: MemoryPack's bytes, and the values back.</summary>
public sealed class GroupRoundTripTests
{
    private static readonly (int Key, string Value)[] Pairs = [(2, "a"), (1, "b"), (2, "c")];

    [Fact]
    public void A_lookup_is_its_count_and_its_groups_in_order()
    {
        var lookup = Pairs.ToLookup(static pair => pair.Key, static pair => pair.Value);
        var bytes = PayloadSerializer.Serialize(lookup);
        Assert.Equal(
            "02000000" + "02" + "02000000" + "02000000" + "feffffff0100000061" + "feffffff0100000063" + "02" + "01000000" + "01000000" + "feffffff0100000062",
            Convert.ToHexStringLower(bytes));
        var read = PayloadSerializer.Deserialize<ILookup<int, string>>(bytes);
        Assert.Equal([2, 1], read.Select(static group => group.Key));
        Assert.Equal(["a", "c"], read[2]);
        Assert.Equal(["b"], read[1]);
        Assert.Empty(read[3]);
        Assert.True(read.Contains(1));
        Assert.False(read.Contains(3));
    }

    [Fact]
    public void A_lookup_may_have_a_key_that_is_null()
    {
        var read = PayloadSerializer.Deserialize<ILookup<string?, int>>(PayloadSerializer.Serialize(new[] { 1, 2 }.ToLookup(static x => x == 1 ? null : "a")));
        Assert.Equal([1], read[null]);
        Assert.Equal([2], read["a"]);
    }

    [Fact]
    public void A_lookup_has_no_key_twice()
    {
        var error = Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<ILookup<int, string>>(Convert.FromHexString("02000000" + "02" + "02000000" + "00000000" + "02" + "02000000" + "00000000")));
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_an_object_of_its_key_and_its_elements()
    {
        var bytes = PayloadSerializer.Serialize(Pairs.GroupBy(static pair => pair.Key, static pair => pair.Value).First());
        Assert.Equal("02" + "02000000" + "02000000" + "feffffff0100000061" + "feffffff0100000063", Convert.ToHexStringLower(bytes));
        var read = PayloadSerializer.Deserialize<IGrouping<int, string>>(bytes);
        Assert.Equal(2, read.Key);
        Assert.Equal(["a", "c"], read);
    }

    [Fact]
    public void A_lazy_value_is_made_and_is_an_object_of_one_member()
    {
        var bytes = PayloadSerializer.Serialize(new Lazy<string>(static () => "a"));
        Assert.Equal("01" + "feffffff0100000061", Convert.ToHexStringLower(bytes));
        Assert.Equal("a", PayloadSerializer.Deserialize<Lazy<string>>(bytes).Value);
    }

    [Fact]
    public void A_sequence_of_segments_is_one_array()
    {
        var first = new Segment([1, 2], next: null);
        var last = first.Append([3]);
        var bytes = PayloadSerializer.Serialize(new ReadOnlySequence<int>(first, 0, last, 1));
        Assert.Equal("03000000" + "01000000" + "02000000" + "03000000", Convert.ToHexStringLower(bytes));
        Assert.Equal([1, 2, 3], PayloadSerializer.Deserialize<ReadOnlySequence<int>>(bytes).ToArray());
    }

    private sealed class Segment : ReadOnlySequenceSegment<int>
    {
        public Segment(int[] items, ReadOnlySequenceSegment<int>? next)
        {
            Memory = items;
            Next = next;
        }

        public Segment Append(int[] items)
        {
            var last = new Segment(items, next: null) { RunningIndex = RunningIndex + Memory.Length };
            Next = last;
            return last;
        }
    }
}
