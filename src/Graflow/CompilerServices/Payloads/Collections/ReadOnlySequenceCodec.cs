using System.Buffers;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A sequence of memory, as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlySequenceCodec<T> : PayloadCodec<ReadOnlySequence<T>>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ReadOnlySequence<T> value)
    {
        writer.WriteCount(checked((int)value.Length));
        foreach (var memory in value)
        {
            PayloadCodec<T>.Default.WriteAll(ref writer, memory.Span);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySequence<T> Read(ref PayloadReader reader) => Elements.Read<T>(ref reader) is { } array ? new(array) : default;
}
