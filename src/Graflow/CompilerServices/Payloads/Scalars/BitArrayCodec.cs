using System.Collections;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>Bits: an object of their count and an array of the numbers that hold them, 32 each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BitArrayCodec : PayloadCodec<BitArray?>
{
    private const byte Members = 2;
    private const int BitsOfNumber = 32;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, BitArray? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        var numbers = new int[NumbersOf(value.Length)];
        value.CopyTo(numbers, 0);
        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged(value.Length);
        writer.WriteCount(numbers.Length);
        writer.WriteUnmanagedSpan<int>(numbers);
    }

    /// <inheritdoc/>
    public override BitArray? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var members))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(members, Members, reader.Offset - 1, typeof(BitArray));
        var length = reader.ReadUnmanaged<int>();
        var count = reader.ReadCount(sizeof(int));
        if (length < 0 || count != NumbersOf(length) || count > int.MaxValue / BitsOfNumber)
        {
            throw PayloadFailure.OfValue(reader.Offset, typeof(BitArray), $"{length} bits in {count} numbers");
        }

        var numbers = new int[count];
        reader.ReadUnmanagedSpan<int>(numbers);
        return new(numbers) { Length = length };
    }

    private static int NumbersOf(int bits) => (int)(((long)bits + BitsOfNumber - 1) / BitsOfNumber);
}
