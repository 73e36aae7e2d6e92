using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>A primitive, enum or unmanaged struct that may be null: the memory of <c>T?</c>, zeros where it is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableUnmanagedCodec<T> : PayloadCodec<T?>
    where T : unmanaged
{
    private static readonly int Before = PayloadLayout.ValueOffset<T>();

    // A struct whose size is no multiple of its alignment has padding behind it too.
    private static readonly int After = Unsafe.SizeOf<T?>() - Before - Unsafe.SizeOf<T>();

    /// <inheritdoc/>
    public override int MinimumSize => Unsafe.SizeOf<T?>();

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"{shapes.Of<T>()}?";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, T? value)
    {
        if (value is { } present)
        {
            var flag = writer.TakeSpan(Before);
            flag.Clear();
            flag[0] = 1;
            PayloadCodec<T>.Default.Write(ref writer, present);
            if (After > 0)
            {
                writer.TakeSpan(After).Clear();
            }
        }
        else
        {
            writer.TakeSpan(Unsafe.SizeOf<T?>()).Clear();
        }
    }

    /// <inheritdoc/>
    public override T? Read(ref PayloadReader reader)
    {
        var flag = reader.TakeSpan(Before);
        if (flag[0] > 1)
        {
            throw PayloadFailure.OfBits(reader.Offset - flag.Length, TypeText.Of(typeof(T?)), flag);
        }

        if (flag[0] == 1)
        {
            var value = PayloadCodec<T>.Default.Read(ref reader);
            reader.TakeSpan(After);
            return value;
        }

        reader.TakeSpan(Unsafe.SizeOf<T>() + After);
        return null;
    }
}
