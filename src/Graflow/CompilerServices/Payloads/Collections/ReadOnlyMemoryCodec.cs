using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A read-only memory, as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadOnlyMemoryCodec<T> : PayloadCodec<ReadOnlyMemory<T>>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ReadOnlyMemory<T> value) => Elements.Write(ref writer, value.Span);

    /// <inheritdoc/>
    public override ReadOnlyMemory<T> Read(ref PayloadReader reader) => Elements.Read<T>(ref reader);
}
