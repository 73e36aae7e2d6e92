using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>A primitive, enum or unmanaged struct that may be null: the memory of <c>T?</c>, zeros where it is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableUnmanagedCodec<T> : PayloadCodec<T?>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override int MinimumSize => Unsafe.SizeOf<T?>();

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, T? value)
    {
        var offset = PayloadLayout.ValueOffset<T>();
        if (value is { } present)
        {
            var flag = writer.TakeSpan(offset);
            flag.Clear();
            flag[0] = 1;
            PayloadCodec<T>.Default.Write(ref writer, present);
        }
        else
        {
            writer.TakeSpan(Unsafe.SizeOf<T?>()).Clear();
        }
    }

    /// <inheritdoc/>
    public override T? Read(ref PayloadReader reader)
    {
        var flag = reader.TakeSpan(PayloadLayout.ValueOffset<T>());
        if (flag[0] > 1)
        {
            throw PayloadFailure.OfBits(reader.Offset - flag.Length, TypeText.Of(typeof(T?)), flag);
        }

        if (flag[0] == 1)
        {
            return PayloadCodec<T>.Default.Read(ref reader);
        }

        reader.TakeSpan(Unsafe.SizeOf<T>());
        return null;
    }
}
