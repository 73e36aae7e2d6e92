using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A tuple of three values with references among them: one after the other. One without is its memory, the <see cref="UnmanagedCodec{T}"/>'s.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueTupleCodec<T1, T2, T3> : PayloadCodec<(T1, T2, T3)>
{
    /// <inheritdoc/>
    public override int MinimumSize =>
        PayloadCodec<T1>.Default.MinimumSize
        + PayloadCodec<T2>.Default.MinimumSize
        + PayloadCodec<T3>.Default.MinimumSize;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => shapes.TupleOf(static shape => shape.Part<T1>().Part<T2>().Part<T3>());

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, (T1, T2, T3) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
    }

    /// <inheritdoc/>
    public override (T1, T2, T3) Read(ref PayloadReader reader) =>
        (reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>());
}
