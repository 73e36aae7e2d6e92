using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A tuple of seven values and the rest with references among them: one after the other. One without is its memory, the <see cref="UnmanagedCodec{T}"/>'s.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueTupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest> : PayloadCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>
    where TRest : struct
{
    /// <inheritdoc/>
    public override int MinimumSize =>
        PayloadCodec<T1>.Default.MinimumSize
        + PayloadCodec<T2>.Default.MinimumSize
        + PayloadCodec<T3>.Default.MinimumSize
        + PayloadCodec<T4>.Default.MinimumSize
        + PayloadCodec<T5>.Default.MinimumSize
        + PayloadCodec<T6>.Default.MinimumSize
        + PayloadCodec<T7>.Default.MinimumSize
        + PayloadCodec<TRest>.Default.MinimumSize;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => shapes.TupleOf(static shape => shape.Part<T1>().Part<T2>().Part<T3>().Part<T4>().Part<T5>().Part<T6>().Part<T7>().Part<TRest>());

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
        writer.Write(value.Item6);
        writer.Write(value.Item7);
        writer.Write(value.Rest);
    }

    /// <inheritdoc/>
    public override ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> Read(ref PayloadReader reader) =>
        new(reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>(), reader.Read<T5>(), reader.Read<T6>(), reader.Read<T7>(), reader.Read<TRest>());
}
