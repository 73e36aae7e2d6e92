using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>Collection classes of the user: all elements, and only these.</summary>
public sealed class OwnCollectionTests
{
    [Fact]
    public void A_collection_of_itself_comes_back()
    {
        var read = Again(new Branch { new Branch { new() }, null!, new() });
        Assert.Equal([1, -1, 0], read.Select(static branch => branch?.Count ?? -1));
    }

    [Fact]
    public void What_the_constructor_adds_is_not_added_twice()
    {
        Assert.Equal("default a", string.Join(" ", Again(new Defaults { "a" })));
        var empty = new Defaults();
        empty.Clear();
        Assert.Empty(Again(empty));
    }

    [Fact]
    public void Elements_that_a_set_would_drop_are_refused()
    {
        Assert.Equal(["a", "b"], Again(new Labels { "a", "b" }));
        var error = Assert.Throws<PayloadException>(static () => PayloadSerializer.Deserialize<Labels>(Convert.FromHexString("02000000" + "feffffff0100000061" + "feffffff0100000061")));
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_is_not_true_is_never_written()
    {
        var error = Assert.Throws<NotSerializableException>(static () => PayloadSerializer.Serialize(new Boaster()));
        Assert.Contains("1 elements when it was counted and 0 when it was written", error.Message, StringComparison.Ordinal);
    }

    private static T Again<T>(T value) => PayloadSerializer.Deserialize<T>(PayloadSerializer.Serialize(value));
}
