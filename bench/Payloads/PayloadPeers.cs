using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Graflow.Bench.Harness;

namespace Graflow.Bench.Payloads;

/// <summary>The peers of one value. A write yields its size, a read a number of the value, which are checked.</summary>
internal sealed class PayloadPeers<T>(T value, int operations, Func<T, double> check)
{
    public required JsonTypeInfo<T> Json { get; init; }

    public required Action<BinaryWriter, T> Write { get; init; }

    public required Func<BinaryReader, T> Read { get; init; }

    public IReadOnlyList<Peer> Writers()
    {
        var size = PayloadSerializer.Serialize(value).Length;
        var buffer = new ArrayBufferWriter<byte>(4 * size);
        var json = new Utf8JsonWriter(new ArrayBufferWriter<byte>(4 * size));
        var jsonBuffer = new ArrayBufferWriter<byte>(4 * size);
        var stream = new MemoryStream(4 * size);
        var writer = new BinaryWriter(stream);
        return
        [
            Loop("graflow", size, () =>
            {
                buffer.ResetWrittenCount();
                PayloadSerializer.Serialize(buffer, value);
                return buffer.WrittenCount;
            }),
            Loop("json", JsonSerializer.SerializeToUtf8Bytes(value, Json).Length, () =>
            {
                jsonBuffer.ResetWrittenCount();
                json.Reset(jsonBuffer);
                JsonSerializer.Serialize(json, value, Json);
                return jsonBuffer.WrittenCount;
            }),
            Loop("hand-written", HandWrittenBytes().Length, () =>
            {
                stream.Position = 0;
                Write(writer, value);
                return stream.Position;
            }),
        ];
    }

    public IReadOnlyList<Peer> Readers()
    {
        var payload = PayloadSerializer.Serialize(value);
        var json = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        var stream = new MemoryStream(HandWrittenBytes());
        var reader = new BinaryReader(stream);
        return
        [
            Loop("graflow", check(value), () => check(PayloadSerializer.Deserialize<T>(payload))),
            Loop("json", check(value), () => check(JsonSerializer.Deserialize(json, Json)!)),
            Loop("hand-written", check(value), () =>
            {
                stream.Position = 0;
                return check(Read(reader));
            }),
        ];
    }

    private byte[] HandWrittenBytes()
    {
        var stream = new MemoryStream();
        Write(new BinaryWriter(stream), value);
        return stream.ToArray();
    }

    private Peer Loop(string name, double expected, Func<double> once) => new(name, operations, () =>
    {
        var last = 0.0;
        for (var i = 0; i < operations; i++)
        {
            last = once();
        }

        return ValueTask.FromResult(last);
    })
    { Expected = expected };
}
