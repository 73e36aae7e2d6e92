using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A struct with references that may be null: an object of one member, or null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableCodec<T> : PayloadCodec<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"{shapes.Of<T>()}?";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, T? value)
    {
        if (value is { } present)
        {
            writer.WriteObjectHeader(1);
            PayloadCodec<T>.Default.Write(ref writer, present);
        }
        else
        {
            writer.WriteNull();
        }
    }

    /// <inheritdoc/>
    public override T? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, known: 1, reader.Offset - 1, typeof(T?));
        return PayloadCodec<T>.Default.Read(ref reader);
    }
}
