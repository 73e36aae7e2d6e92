using System.Buffers;
using Graflow.CompilerServices;
using Graflow.Payloads.Tests.Support;
using Xunit;

namespace Graflow.Payloads.Tests.Writing;

public sealed class PayloadWriterTests
{
    [Fact]
    public void A_buffer_of_small_pieces_gets_the_same_bytes()
    {
        var value = Enumerable.Range(0, 100).Select(static i => new string('é', i)).ToArray();
        var pieces = new PiecewiseBuffer();
        PayloadSerializer.Serialize(pieces, value);
        Assert.Equal(PayloadSerializer.Serialize(value), pieces.Written);
    }

    [Fact]
    public void A_buffer_that_gives_less_than_was_asked_for_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => PayloadSerializer.Serialize(new MeanBuffer(), 1L));
        Assert.EndsWith("gave 1 bytes where 8 were asked for.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_is_written_to_the_end_of_a_buffer()
    {
        var buffer = new ArrayBufferWriter<byte>();
        PayloadSerializer.Serialize(buffer, (byte)1);
        PayloadSerializer.Serialize(buffer, (byte)2);
        Assert.Equal([1, 2], buffer.WrittenSpan.ToArray());
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(249, "f9")]
    [InlineData(250, "fafa00")]
    [InlineData(65535, "faffff")]
    public void A_union_tag_is_wide_from_250_on(int tag, string hex)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(buffer);
        writer.WriteUnionTag((ushort)tag);
        writer.Flush();
        Assert.Equal(hex, Convert.ToHexStringLower(buffer.WrittenSpan));

        var reader = new PayloadReader(buffer.WrittenSpan);
        Assert.True(reader.TryReadUnionTag(out var read));
        Assert.Equal(tag, read);
    }

    [Fact]
    public void A_null_union_has_no_tag_and_reserved_bytes_are_none()
    {
        Assert.False(new PayloadReader([255]).TryReadUnionTag(out _));
        var error = Assert.Throws<PayloadException>(static () => new PayloadReader([251]).TryReadUnionTag(out _));
        Assert.EndsWith("251 is no union's tag.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_that_changes_while_it_is_written_is_refused()
    {
        var error = Assert.Throws<NotSerializableException>(static () => PayloadSerializer.Serialize<IReadOnlyCollection<int>>(new Miscounted()));
        Assert.StartsWith("Miscounted had 3 elements when it was counted and 1 when it was written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_may_serialize_while_it_is_being_serialized() =>
        Assert.Equal("01000000" + "07000000", Bytes.Hex<IReadOnlyCollection<int>>(new Serializing()));

    private sealed class PiecewiseBuffer : IBufferWriter<byte>
    {
        private byte[] _piece = [];

        public List<byte> Written { get; } = [];

        public void Advance(int count) => Written.AddRange(_piece[..count]);

        public Memory<byte> GetMemory(int sizeHint = 0) => _piece = new byte[Math.Max(sizeHint, 1)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }

    private sealed class MeanBuffer : IBufferWriter<byte>
    {
        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => new byte[1];

        public Span<byte> GetSpan(int sizeHint = 0) => new byte[1];
    }

    private sealed class Miscounted : IReadOnlyCollection<int>
    {
        public int Count => 3;

        public IEnumerator<int> GetEnumerator()
        {
            yield return 1;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Serializing : IReadOnlyCollection<int>
    {
        public int Count => 1;

        public IEnumerator<int> GetEnumerator()
        {
            yield return PayloadSerializer.Deserialize<int>(PayloadSerializer.Serialize(7));
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
