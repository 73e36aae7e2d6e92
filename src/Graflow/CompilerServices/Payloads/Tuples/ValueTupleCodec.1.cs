using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A tuple of one value with references among them: one after the other. One without is its memory, the <see cref="UnmanagedCodec{T}"/>'s.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueTupleCodec<T1> : PayloadCodec<ValueTuple<T1>>
{
    /// <inheritdoc/>
    public override int MinimumSize => PayloadCodec<T1>.Default.MinimumSize;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"({shapes.Of<T1>()})";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ValueTuple<T1> value) => writer.Write(value.Item1);

    /// <inheritdoc/>
    public override ValueTuple<T1> Read(ref PayloadReader reader) => new(reader.Read<T1>());
}
