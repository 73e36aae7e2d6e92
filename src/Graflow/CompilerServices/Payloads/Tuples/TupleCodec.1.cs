using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <see cref="Tuple"/> of one value: an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TupleCodec<T1> : PayloadCodec<Tuple<T1>?>
{
    private const byte Members = 1;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"Tuple({shapes.Of<T1>()})";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Tuple<T1>? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.Write(value.Item1);
    }

    /// <inheritdoc/>
    public override Tuple<T1>? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, reader.Offset - 1, typeof(Tuple<T1>));
        return new(reader.Read<T1>());
    }
}
