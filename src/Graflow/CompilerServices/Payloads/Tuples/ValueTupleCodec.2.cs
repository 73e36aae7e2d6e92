using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>A tuple of two values: its memory if both are unmanaged, else one after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueTupleCodec<T1, T2> : PayloadCodec<(T1, T2)>
{
    internal static readonly PairFormat<T1, T2> Format = RuntimeHelpers.IsReferenceOrContainsReferences<(T1, T2)>() ? new() : AsMemory();

    /// <inheritdoc/>
    public override int MinimumSize => Format.MinimumSize;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => shapes.TupleOf(static shape => shape.Part<T1>().Part<T2>());

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, (T1, T2) value) => Format.Write(ref writer, value.Item1, value.Item2);

    /// <inheritdoc/>
    public override (T1, T2) Read(ref PayloadReader reader) => Format.Read(ref reader);

    private static PairFormat<T1, T2> AsMemory()
    {
        var pair = default((T1, T2));
        ref var start = ref Unsafe.As<(T1, T2), byte>(ref pair);
        return new(
            (int)Unsafe.ByteOffset(ref start, ref Unsafe.As<T1, byte>(ref pair.Item1)),
            (int)Unsafe.ByteOffset(ref start, ref Unsafe.As<T2, byte>(ref pair.Item2)),
            Unsafe.SizeOf<(T1, T2)>());
    }
}
