using Graflow.Logs;
using Xunit;
using static Graflow.Tests.Engine.Structure.Structures;

namespace Graflow.Tests.Engine.Structure;

public sealed class PackedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("short ü")]
    public void A_short_text_stays_as_it_is(string text)
    {
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(text) + 1, PackedText.Pack(text).Length);
        Assert.Equal(text, PackedText.Unpack(PackedText.Pack(text)));
    }

    [Fact]
    public void A_long_flow_takes_few_bytes_for_each_task()
    {
        IExecutable<int, int> flow = Step("Orders.Start");
        for (var i = 1; i < 10_000; i++)
        {
            flow = flow >> Step("Orders.Step").As($"n{i}");
        }

        var structure = Of(flow);
        Assert.Equal(structure.Text, PackedText.Unpack(structure.Packed));
        Assert.InRange(structure.Packed.Length, 1, 10_000 * 12);
    }

    [Fact]
    public void Nothing_is_no_text() => Assert.Equal("", PackedText.Unpack([]));

    [Theory]
    [InlineData(new byte[] { 2, 1, 1 })]
    [InlineData(new byte[] { 1, 0, 0 })]
    [InlineData(new byte[] { 1, 255, 255, 255, 255, 1 })]
    [InlineData(new byte[] { 1, 0, 1, 0, 0, 1, 2, 3 })]
    public void Other_bytes_are_refused(byte[] packed) => Assert.Throws<RunLogException>(() => PackedText.Unpack(packed));
}
