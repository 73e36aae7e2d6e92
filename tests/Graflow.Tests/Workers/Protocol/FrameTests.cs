using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Workers.Protocol;

public sealed class FrameTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Frames_of_any_size_come_out_as_they_went_in_whatever_pieces_they_come_in(int seed)
    {
        var random = new Random(seed);
        var bodies = Enumerable.Range(0, 60).Select(i => new byte[random.Next(4) == 0 ? random.Next(300_000) : random.Next(200)]).ToList();
        bodies.ForEach(random.NextBytes);
        using var stream = new PiecewiseStream(bodies.SelectMany((body, i) => Encoded((uint)i, body)).ToArray(), random);
        var collector = new FrameCollector(keepEvery: 3);

        new FrameReader(stream, collector).Run();

        Assert.Equal(Enumerable.Range(0, 60).Select(static i => (uint)i), collector.Ids);
        Assert.All(bodies.Zip(collector.Bodies), static pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public void A_stream_that_ends_in_a_frame_is_an_error()
    {
        using var stream = new MemoryStream(Encoded(1, new byte[100])[..50]);

        var error = Assert.Throws<WorkerProtocolException>(() => new FrameReader(stream, new FrameCollector(keepEvery: 1)).Run());

        Assert.Equal("The stream ended in the middle of a frame, after 50 bytes of it.", error.Message);
    }

    [Fact]
    public void A_payload_that_no_frame_can_carry_is_refused_before_memory_is_taken()
    {
        using var frame = FrameBuffer.Begin(FrameKind.Call, 1);

        var refused = Assert.Throws<NotSerializableException>(() => frame.GetSpan(FrameBuffer.MaxBody + 1).Length);

        Assert.StartsWith("The payload takes more than 1073741824 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handshake_of_another_version_is_read_as_far_as_the_version()
    {
        var frame = FrameBuffer.Begin(FrameKind.Hello, 0);
        (Handshake.Own() with { Version = 7 }).Write(frame);

        Assert.Equal(7, Handshake.Read(frame.Written[FrameBuffer.HeaderSize..(FrameBuffer.HeaderSize + 8)]).Version);
        Assert.Throws<WorkerProtocolException>(static () => Handshake.Read("HTTP/1.1 200 OK"u8));
    }

    [Fact]
    public void Very_long_lines_come_in_parts_and_an_open_one_at_the_end()
    {
        List<string> lines = [];
        var splitter = new LineSplitter(longestLine: 4, lines.Add);
        foreach (var piece in (string[])["ab", "c\r\nde", "fghijk\n", "\nlast"])
        {
            splitter.Add(piece);
        }

        splitter.Flush();
        splitter.Flush();

        Assert.Equal(["abc", "defg", "hijk", "", "last"], lines);
    }

    private static byte[] Encoded(uint id, byte[] body)
    {
        using var frame = FrameBuffer.Begin(FrameKind.Reply, id);
        System.Buffers.BuffersExtensions.Write(frame, body);
        frame.Seal();
        return frame.Written.ToArray();
    }
}
