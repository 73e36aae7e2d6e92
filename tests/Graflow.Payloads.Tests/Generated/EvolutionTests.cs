using System.Buffers;
using Graflow.CompilerServices;
using Graflow.Payloads.Tests.Shapes;
using Xunit;

namespace Graflow.Payloads.Tests.Generated;

/// <summary>Payloads that an older version wrote, with fewer members.</summary>
public sealed class EvolutionTests
{
    [Fact]
    public void A_parameter_that_is_missing_takes_its_default_and_a_member_its_initializer()
    {
        var read = Older<Positional>(1, static (ref PayloadWriter writer) => writer.WriteUnmanaged(4));
        Assert.Equal((4, "nobody", 2.5m, "none"), (read.Id, read.Name, read.Price, read.Note));
        Assert.Equal([7], read.Items);
    }

    [Fact]
    public void Members_that_are_there_are_set_after_those_that_are_not_kept_their_initializer()
    {
        var read = Older<Positional>(4, static (ref PayloadWriter writer) =>
        {
            writer.WriteUnmanaged(4);
            writer.WriteString("a");
            writer.WriteUnmanaged(1m);
            writer.WriteString("note");
        });
        Assert.Equal((4, "a", 1m, "note"), (read.Id, read.Name, read.Price, read.Note));
        Assert.Equal([7], read.Items);
    }

    [Fact]
    public void Required_members_that_are_missing_take_the_default_of_their_type()
    {
        var read = Older<RequiredMembers>(1, static (ref PayloadWriter writer) => writer.WriteUnmanaged(4));
        Assert.Equal((4, null, "none"), (read.Id, read.Name, read.Note));
    }

    [Fact]
    public void An_object_without_any_member_is_a_new_one()
    {
        Assert.Equal("nobody", Older<Positional>(0, static (ref PayloadWriter _) => { }).Name);
        Assert.Equal("none", Older<RequiredMembers>(0, static (ref PayloadWriter _) => { }).Note);
        Assert.Equal("0  1", Older<PrivateSetters>(0, static (ref PayloadWriter _) => { }).ToString());
        Assert.Equal("made", Older<ReadOnlyStruct>(0, static (ref PayloadWriter _) => { }).Note);
        Assert.Empty(Older<GetOnly>(0, static (ref PayloadWriter _) => { }).Items);
    }

    [Fact]
    public void Each_count_of_members_reads_what_is_there()
    {
        var payload = PayloadSerializer.Serialize(new Order { Id = 7, Customer = new("Ada", 36), Lines = [], Tags = ["t"] });
        var ends = new[] { 1, 5, 21, 25, 38 };
        for (var count = 0; count < ends.Length; count++)
        {
            var older = payload[..ends[count]];
            older[0] = (byte)count;
            var read = PayloadSerializer.Deserialize<Order>(older);
            Assert.Equal(
                (count > 0 ? 7 : 0, count > 1 ? "Ada" : null, count > 2, count > 3 ? 1 : 0),
                (read.Id, read.Customer?.Name, read.Lines is not null, read.Tags?.Length ?? 0));
        }
    }

    private delegate void WriteMembers(ref PayloadWriter writer);

    private static T Older<T>(byte count, WriteMembers write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(buffer);
        writer.WriteObjectHeader(count);
        write(ref writer);
        writer.Flush();
        return PayloadSerializer.Deserialize<T>(buffer.WrittenSpan);
    }
}
