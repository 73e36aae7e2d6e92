using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>What a failure says of where it was.</summary>
public sealed class FailureTests
{
    [Fact]
    public void The_path_leads_to_the_member_that_could_not_be_read()
    {
        var payload = PayloadSerializer.Serialize(new Order { Lines = [new("a", 1, 1m), new("b", 2, 2m)] });
        var price = payload.Length - sizeof(int) - sizeof(decimal) - sizeof(decimal);
        payload[price + 3] = 0x7f;
        var error = Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Order>(payload));
        Assert.Equal("Order.Lines[1].Price", error.MemberPath);
        Assert.Equal(price, error.Offset);
    }

    [Fact]
    public void Every_cut_names_the_member_that_is_missing()
    {
        var payload = PayloadSerializer.Serialize(new Order { Id = 1, Customer = new("Ada", 36) });
        var paths = Enumerable.Range(0, payload.Length).Select(length => Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Order>(payload.AsSpan(0, length))).MemberPath);
        Assert.Equal(["Order", "Order.Id", "Order.Customer", "Order.Customer.Name", "Order.Customer.Age", "Order.Lines", "Order.Tags", "Order.Total"], paths.Distinct());
    }

    [Fact]
    public void A_constructor_that_refuses_is_the_cause()
    {
        var error = Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Strict>([2, 0, 0, 0, 0, 1, 0, 0, 0]));
        Assert.Equal("A name is missing.", Assert.IsType<ArgumentException>(error.InnerException).Message);
        Assert.Equal("Strict", error.MemberPath);
    }

    [Fact]
    public void A_setter_that_refuses_is_the_cause()
    {
        var payload = PayloadSerializer.Serialize(new Strict("a") { Age = 1 });
        payload.AsSpan(payload.Length - sizeof(int)).Fill(255);
        var error = Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Strict>(payload));
        Assert.IsType<ArgumentOutOfRangeException>(error.InnerException);
    }

    [Fact]
    public void A_newer_object_and_an_unknown_tag_are_refused_by_name()
    {
        Assert.Contains("has 3 members here, but only 2 are known", Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Fields>([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("has no type with the tag 9", Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<IShape>([9, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("1 members here, but only 0 are known", Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Empty>([1, 0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_struct_is_refused() =>
        Assert.Contains("a struct cannot be", Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Mixed>([255])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_a_collection_class_has_already_is_refused()
    {
        var payload = Convert.FromHexString("02000000" + "feffffff0100000061" + new string('0', 32) + "feffffff0100000061" + new string('0', 32));
        Assert.IsType<ArgumentException>(Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<Prices>(payload)).InnerException);
    }

    [Fact]
    public void An_object_in_itself_is_refused_when_it_is_written()
    {
        var tree = new Tree();
        tree.Left = tree;
        Assert.Throws<NotSerializableException>(() => PayloadSerializer.Serialize(tree));
        Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Tree>(Enumerable.Repeat(new byte[] { 3, 0, 0, 0, 0 }, 1_000).SelectMany(static level => level).ToArray()));
    }
}
