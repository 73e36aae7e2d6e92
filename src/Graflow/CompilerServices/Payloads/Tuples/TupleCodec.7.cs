using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <see cref="Tuple"/> of seven values: an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TupleCodec<T1, T2, T3, T4, T5, T6, T7> : PayloadCodec<Tuple<T1, T2, T3, T4, T5, T6, T7>?>
{
    private const byte Members = 7;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"Tuple({shapes.Of<T1>()},{shapes.Of<T2>()},{shapes.Of<T3>()},{shapes.Of<T4>()},{shapes.Of<T5>()},{shapes.Of<T6>()},{shapes.Of<T7>()})";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Tuple<T1, T2, T3, T4, T5, T6, T7>? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
        writer.Write(value.Item6);
        writer.Write(value.Item7);
    }

    /// <inheritdoc/>
    public override Tuple<T1, T2, T3, T4, T5, T6, T7>? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, reader.Offset - 1, typeof(Tuple<T1, T2, T3, T4, T5, T6, T7>));
        return new(reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>(), reader.Read<T5>(), reader.Read<T6>(), reader.Read<T7>());
    }
}
