using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A part of an array, as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArraySegmentCodec<T> : PayloadCodec<ArraySegment<T>>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ArraySegment<T> value) => Elements.Write(ref writer, new ReadOnlySpan<T>(value.Array, value.Offset, value.Count));

    /// <inheritdoc/>
    public override ArraySegment<T> Read(ref PayloadReader reader) => Elements.Read<T>(ref reader) is { } array ? new(array) : default;
}
