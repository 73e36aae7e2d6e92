using Graflow.Payloads.Tests.Support;
using Xunit;

namespace Graflow.Payloads.Tests.Reading;

public sealed class DepthTests
{
    [Fact]
    public void Objects_nest_64_deep() =>
        Assert.Equal(64, PayloadSerializer.Deserialize<Chain>(PayloadSerializer.Serialize(Chain.OfLength(64))).Length());

    [Fact]
    public void One_deeper_is_not_written()
    {
        var error = Assert.Throws<NotSerializableException>(() => PayloadSerializer.Serialize(Chain.OfLength(65)));
        Assert.StartsWith("Objects are nested more than 64 deep, most likely because one contains itself.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_contains_itself_is_not_written()
    {
        var loop = new Chain();
        loop.Next = loop;
        Assert.Throws<NotSerializableException>(() => PayloadSerializer.Serialize(loop));
    }

    [Fact]
    public void One_deeper_is_not_read()
    {
        var payload = string.Concat(Enumerable.Repeat("0201000000", 64)) + "02";
        var error = Bytes.ErrorOf<Chain>(payload + "01000000ff");
        Assert.Equal("Objects are nested more than 64 deep.", error.Message[^37..]);
        Assert.Equal("Chain" + string.Concat(Enumerable.Repeat(".Next", 64)), error.MemberPath);
    }

    [Fact]
    public void A_payload_that_opens_objects_for_ever_is_an_error_not_a_stack_overflow() =>
        Bytes.ErrorOf<Chain>(string.Concat(Enumerable.Repeat("0200000000", 100_000)));

    [Fact]
    public void An_error_names_the_member_that_it_is_in()
    {
        var error = Bytes.ErrorOf<Chain>("0201000000 0202000000 0203");
        Assert.Equal("Chain.Next.Next.Number cannot be read at byte 11. 4 bytes are needed, 1 are left.", error.Message);
    }
}
