using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A tuple of five values with references among them: one after the other. One without is its memory, the <see cref="UnmanagedCodec{T}"/>'s.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueTupleCodec<T1, T2, T3, T4, T5> : PayloadCodec<(T1, T2, T3, T4, T5)>
{
    /// <inheritdoc/>
    public override int MinimumSize =>
        PayloadCodec<T1>.Default.MinimumSize
        + PayloadCodec<T2>.Default.MinimumSize
        + PayloadCodec<T3>.Default.MinimumSize
        + PayloadCodec<T4>.Default.MinimumSize
        + PayloadCodec<T5>.Default.MinimumSize;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => shapes.TupleOf(static shape => shape.Part<T1>().Part<T2>().Part<T3>().Part<T4>().Part<T5>());

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, (T1, T2, T3, T4, T5) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
    }

    /// <inheritdoc/>
    public override (T1, T2, T3, T4, T5) Read(ref PayloadReader reader) =>
        (reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>(), reader.Read<T5>());
}
