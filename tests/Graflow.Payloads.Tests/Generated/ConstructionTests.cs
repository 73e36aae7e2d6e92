using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>Each way to make an object of what was read.</summary>
public sealed class ConstructionTests
{
    [Fact]
    public void Required_and_init_only_members_are_set()
    {
        var read = Again(new RequiredMembers { Id = 3, Name = null, Note = "n" });
        Assert.Equal((3, null, "n"), (read.Id, read.Name, read.Note));
    }

    [Fact]
    public void Positional_records_take_their_constructor_and_set_the_rest()
    {
        var read = Again(new Positional(1, "a", 3m) { Note = "b", Items = [1, 2] });
        Assert.Equal((1, "a", 3m, "b"), (read.Id, read.Name, read.Price, read.Note));
        Assert.Equal([1, 2], read.Items);
    }

    [Fact]
    public void A_constructor_that_sets_required_members_is_called()
    {
        var read = Again(new Settled(4, "d"));
        Assert.Equal((4, "d"), (read.Id, read.Name));
    }

    [Fact]
    public void Private_setters_and_included_members_are_reached_in_generic_parents_too() =>
        Assert.Equal("5 e 6", Again(PrivateSetters.Of(5, "e", 6)).ToString());

    [Fact]
    public void Automatic_properties_without_setter_keep_their_value()
    {
        var value = new GetOnly();
        value.Items.AddRange([1, 2, 3]);
        Assert.Equal([1, 2, 3], Again(value).Items);
    }

    [Fact]
    public void A_private_constructor_is_called_where_there_is_no_other() => Assert.Equal(9, Again(Factory.Of(9)).Id);

    [Fact]
    public void A_parameter_may_be_wider_than_its_member()
    {
        var read = Again(new Converted([1, 2]));
        Assert.Equal([1, 2], read.Items);
        Assert.Equal(3, read.Extra);
    }

    [Fact]
    public void Fields_are_written_and_read_only_ones_set()
    {
        var read = Again(new ReadOnlyFields(2) { Count = 8 });
        Assert.Equal((2, "n", 8), (read.Id, read.Name, read.Count));
    }

    [Fact]
    public void Structs_are_made_and_set_like_classes()
    {
        var read = Again(new ReadOnlyStruct(1, "a").Noted("b"));
        Assert.Equal((1, "a", "b"), (read.Id, read.Name, read.Note));
        var value = new SetLaterStruct { Id = 4 };
        value.Rename("r");
        Assert.Equal(value, Again(value));
    }

    [Fact]
    public void Members_that_may_not_be_used_are_still_kept()
    {
        var read = Again(Retired.Of(12));
        Assert.Equal((1, 12, "c"), (read.Id, read.ReadOlder(), read.Checked));
    }

    [Fact]
    public void The_marked_constructor_is_taken()
    {
        var read = Again(new Marked(1) { Name = "a" });
        Assert.Equal((1, "a"), (read.Id, read.Name));
    }

    [Fact]
    public void Private_members_of_generic_types_in_generic_types_are_set()
    {
        var read = Again(Nest<int>.Inner<string>.Of(11));
        Assert.Equal((11, null), (read.Left, read.Right));
    }

    [Fact]
    public void Collection_classes_are_filled_by_adding()
    {
        Assert.Equal(["a", "b"], Again(new Names { "a", "b" }));
        Assert.Equal(new Prices { ["a"] = 1m }, Again(new Prices { ["a"] = 1m }));
        Assert.Equal("02000000" + "feffffff0100000061" + "ffffffff", Convert.ToHexStringLower(PayloadSerializer.Serialize(new Names { "a", null! })));
    }

    [Fact]
    public void Trees_come_back_with_their_nulls()
    {
        var read = Again(new Tree { Value = 1, Left = new Tree { Value = 2 }, Children = [null, new Tree { Value = 3, Children = [] }] });
        Assert.Equal((1, 2, 3), (read.Value, read.Left!.Value, read.Children![1]!.Value));
        Assert.Null(read.Children[0]);
        Assert.Empty(read.Children[1]!.Children!);
        Assert.Null(read.Left.Children);
    }

    [Fact]
    public void Unions_tell_their_type_by_a_short_a_long_or_a_nested_tag()
    {
        Assert.Equal(new Card("4"), Again<IPayment>(new Card("4")));
        Assert.Equal(new Money { Kind = 1, Cents = 5 }, Again<IPayment>(new Money { Kind = 1, Cents = 5 }));
        Assert.Equal(new Gift(new Card("1")), Again<IPayment>(new Gift(new Card("1"))));
        Assert.Equal("fa2c01" + "0100000000000000" + "0500000000000000", Convert.ToHexStringLower(PayloadSerializer.Serialize<IPayment>(new Money { Kind = 1, Cents = 5 })));
    }

    [Fact]
    public void A_value_of_a_derived_type_is_refused_instead_of_cut()
    {
        var error = Assert.Throws<NotSerializableException>(static () => PayloadSerializer.Serialize<Animal>(new Cat()));
        Assert.Contains("Cat cannot be serialized as Animal", error.Message, StringComparison.Ordinal);
        Assert.Null(Again(new Animal()).Name);
    }

    private static T Again<T>(T value) => PayloadSerializer.Deserialize<T>(PayloadSerializer.Serialize(value));
}
