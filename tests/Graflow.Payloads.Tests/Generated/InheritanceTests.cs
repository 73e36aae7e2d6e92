using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>Members that a name does not reach, or that are not where they seem to be.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public void What_a_method_hides_is_kept_and_what_a_property_hides_is_not()
    {
        var value = new Heir { Hidden = "a", Note = "n" };
        ((Ancestor)value).Hidden = 5;
        value.Call(7);
        var read = Again(value);
        Assert.Equal(("a", 7, "n", 0), (read.Hidden, read.Called(), read.Note, ((Ancestor)read).Hidden));
    }

    [Fact]
    public void Overrides_without_setter_keep_their_own_value()
    {
        Assert.Equal("changed", Again(new Heir("changed")).Kind);
        Assert.Equal("CHANGED", Again(Tag.Of("changed")).Label);
    }

    [Fact]
    public void Required_members_that_are_not_written_are_not_asked_for()
    {
        var read = Again(new RequiresMore { Left = "l", Hidden = 1, Id = 4 });
        Assert.Equal((4, null), (read.Id, read.Left));
        Assert.Equal("n", Again(new RequiresMoreStruct { Left = "l", Name = "n" }).Name);
        Assert.Null(PayloadSerializer.Deserialize<RequiresMoreStruct>([0]).Name);
    }

    private static T Again<T>(T value) => PayloadSerializer.Deserialize<T>(PayloadSerializer.Serialize(value));
}
