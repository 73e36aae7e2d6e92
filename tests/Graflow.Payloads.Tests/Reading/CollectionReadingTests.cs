using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Graflow.Payloads.Tests.Support;
using Xunit;

namespace Graflow.Payloads.Tests.Reading;

public sealed class CollectionReadingTests
{
    [Fact]
    public void A_count_beyond_the_payload_allocates_nothing()
    {
        var payload = Bytes.Of("ffffff7f 01000000");
        Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<int[]>(payload));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<int[]>(payload));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Fact]
    public void A_count_is_held_against_the_size_of_the_elements()
    {
        Assert.Equal("int[] cannot be read at byte 0. A count of 2 elements of at least 4 bytes, and 7 bytes are left.", Bytes.ErrorOf<int[]>("02000000 01000000 020000").Message);
        Assert.Equal("string[] cannot be read at byte 0. A count of 2 elements of at least 4 bytes, and 4 bytes are left.", Bytes.ErrorOf<string[]>("02000000 00000000").Message);
        Assert.Equal("int[] cannot be read at byte 0. A count of -2.", Bytes.ErrorOf<int[]>("feffffff").Message);
    }

    [Fact]
    public void The_same_key_twice_is_an_error_and_drops_nothing()
    {
        const string twice = "02000000 01000000 feffffff0100000061 01000000 feffffff0100000062";
        Assert.Equal("Dictionary<int, string>[1] cannot be read at byte 30. This Dictionary<int, string> has the same key or element twice.", Bytes.ErrorOf<Dictionary<int, string>>(twice).Message);
        Bytes.ErrorOf<FrozenDictionary<int, string>>(twice);
        Bytes.ErrorOf<IReadOnlyDictionary<int, string>>(twice);
    }

    [Fact]
    public void The_same_element_twice_is_an_error_in_every_set()
    {
        const string twice = "02000000 01000000 01000000";
        Assert.Equal("HashSet<int>[1]", Bytes.ErrorOf<HashSet<int>>(twice).MemberPath);
        Bytes.ErrorOf<SortedSet<int>>(twice);
        Bytes.ErrorOf<ISet<int>>(twice);
        Bytes.ErrorOf<IReadOnlySet<int>>(twice);
        Bytes.ErrorOf<ImmutableHashSet<int>>(twice);
        Bytes.ErrorOf<ImmutableSortedSet<int>>(twice);
        Bytes.ErrorOf<IImmutableSet<int>>(twice);
        Bytes.ErrorOf<FrozenSet<int>>(twice);
    }

    [Fact]
    public void A_null_key_is_an_error() =>
        Assert.EndsWith("This Dictionary<string, int> has a null key.", Bytes.ErrorOf<Dictionary<string, int>>("01000000 ffffffff 01000000").Message, StringComparison.Ordinal);

    [Fact]
    public void Null_is_a_value_of_every_collection()
    {
        Assert.Null(PayloadSerializer.Deserialize<List<int>?>(Bytes.Of("ffffffff")));
        Assert.Null(PayloadSerializer.Deserialize<HashSet<int>?>(Bytes.Of("ffffffff")));
        Assert.Null(PayloadSerializer.Deserialize<Dictionary<string, int>?>(Bytes.Of("ffffffff")));
        Assert.Null(PayloadSerializer.Deserialize<PriorityQueue<int, int>?>(Bytes.Of("ffffffff")));
        Assert.True(PayloadSerializer.Deserialize<ImmutableArray<int>>(Bytes.Of("ffffffff")).IsDefault);
    }

    [Fact]
    public void Bits_are_as_many_as_their_numbers_hold()
    {
        Bytes.ErrorOf<BitArray>("02 21000000 01000000 ffffffff");
        Bytes.ErrorOf<BitArray>("02 ffffff7f 01000000 ffffffff");
        Bytes.ErrorOf<BitArray>("02 ffffffff 00000000");
        Assert.Equal(32, PayloadSerializer.Deserialize<BitArray>(Bytes.Of("02 20000000 01000000 ffffffff")).Length);
    }

    [Fact]
    public void A_tuple_with_another_number_of_members_is_an_error() =>
        Assert.Equal("Tuple<int, string> cannot be read at byte 0. Tuple<int, string> has 2 members, not 1.", Bytes.ErrorOf<Tuple<int, string>>("01 01000000").Message);
}
