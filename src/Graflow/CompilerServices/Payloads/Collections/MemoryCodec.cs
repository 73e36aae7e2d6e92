using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A memory, as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemoryCodec<T> : PayloadCodec<Memory<T>>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Memory<T> value) => Elements.Write<T>(ref writer, value.Span);

    /// <inheritdoc/>
    public override Memory<T> Read(ref PayloadReader reader) => Elements.Read<T>(ref reader);
}
