using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Graflow.CompilerServices;

/// <summary>Narrows text that is ASCII, as most text is.</summary>
internal static class AsciiText
{
    private const ushort FirstOther = 0x80;

    /// <summary>Writes one byte for each character; false, with the bytes undefined, when a character is not ASCII.</summary>
    internal static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(bytes[..text.Length]);
        var length = (nuint)text.Length;
        if (length < (nuint)Vector128<ushort>.Count)
        {
            return TryNarrowEach(ref source, ref target, length);
        }

        var seen = Vector128<ushort>.Zero;
        nuint i = 0;
        for (; i + (nuint)Vector128<byte>.Count <= length; i += (nuint)Vector128<byte>.Count)
        {
            var low = Vector128.LoadUnsafe(ref source, i);
            var high = Vector128.LoadUnsafe(ref source, i + (nuint)Vector128<ushort>.Count);
            seen |= low | high;
            Vector128.Narrow(low, high).StoreUnsafe(ref target, i);
        }

        // The rest overlaps what is done, so that no loop is left for it.
        for (; i < length; i += (nuint)Vector64<byte>.Count)
        {
            var start = Math.Min(i, length - (nuint)Vector128<ushort>.Count);
            var rest = Vector128.LoadUnsafe(ref source, start);
            seen |= rest;
            Vector128.Narrow(rest, rest).GetLower().StoreUnsafe(ref target, start);
        }

        return !Vector128.GreaterThanOrEqualAny(seen, Vector128.Create(FirstOther));
    }

    private static bool TryNarrowEach(ref ushort source, ref byte target, nuint length)
    {
        var seen = 0;
        for (nuint i = 0; i < length; i++)
        {
            var character = Unsafe.Add(ref source, i);
            seen |= character;
            Unsafe.Add(ref target, i) = (byte)character;
        }

        return seen < FirstOther;
    }
}
