using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>Where an unmanaged struct has padding, which writers clear so that equal values have equal bytes, and which of its bytes readers must check.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadLayout
{
    private readonly int _size;
    private readonly (int Offset, int Length)[] _gaps;
    private readonly (int Offset, PayloadCheck Check)[] _checks;

    /// <summary>Describes a struct by its fields, in any order.</summary>
    public PayloadLayout(int size, params ReadOnlySpan<PayloadField> fields)
    {
        var owners = new int[size];
        foreach (var field in fields)
        {
            foreach (var offset in field.Bytes)
            {
                owners[offset]++;
            }
        }

        var checks = new List<(int, PayloadCheck)>();
        foreach (var field in fields)
        {
            // Of fields that share their bytes, only the user knows which is meant.
            if (field.Bytes.All(offset => owners[offset] == 1))
            {
                checks.AddRange(field.Layout._checks.Select(check => (field.Offset + check.Offset, check.Check)));
            }
        }

        (_size, _gaps, _checks) = (size, GapsOf(Array.ConvertAll(owners, static count => count > 0)), [.. checks]);
    }

    private PayloadLayout(int size, (int Offset, int Length)[] gaps, (int Offset, PayloadCheck Check)[] checks)
    {
        (_size, _gaps, _checks) = (size, gaps, checks);
    }

    /// <summary>The layout of a struct that is nothing but elements, one after the other.</summary>
    public static PayloadLayout OfElements<TStruct, T>(PayloadLayout? element = null)
        where TStruct : unmanaged
        where T : unmanaged
    {
        var fields = new PayloadField[Unsafe.SizeOf<TStruct>() / Unsafe.SizeOf<T>()];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = PayloadField.Of<T>(i * Unsafe.SizeOf<T>(), element);
        }

        return new(Unsafe.SizeOf<TStruct>(), fields);
    }

    /// <summary>The offsets of the bytes that mean something.</summary>
    internal IEnumerable<int> Bytes => Enumerable.Range(0, _size).Where(offset => !IsGap(offset));

    internal bool HasGaps => _gaps.Length > 0;

    internal bool HasChecks => _checks.Length > 0;

    /// <summary>The layout of a primitive, an enum, or a type of the framework.</summary>
    internal static PayloadLayout Of<T>()
        where T : unmanaged => Known<T>.Layout;

    /// <summary>The layout of <c>T?</c>: whether there is a value, then the value. What is null is all zeros, which every check accepts.</summary>
    internal static PayloadLayout OfNullable<T>(PayloadLayout? layout)
        where T : unmanaged => new(Unsafe.SizeOf<T?>(), PayloadField.Of<bool>(0), PayloadField.Of<T>(ValueOffset<T>(), layout));

    /// <summary>Where the value of a <c>T?</c> begins: after one flag and the padding up to T's alignment.</summary>
    internal static int ValueOffset<T>()
        where T : unmanaged
    {
        var nullable = default(T?);
        ref var value = ref Unsafe.AsRef(in Nullable.GetValueRefOrDefaultRef(in nullable));
        return (int)Unsafe.ByteOffset(ref Unsafe.As<T?, byte>(ref nullable), ref Unsafe.As<T, byte>(ref value));
    }

    /// <summary>Clears the padding of values that lie one after the other.</summary>
    internal void ClearGaps(Span<byte> values)
    {
        for (var start = 0; start < values.Length; start += _size)
        {
            foreach (var (offset, length) in _gaps)
            {
                values.Slice(start + offset, length).Clear();
            }
        }
    }

    /// <summary>The offset of the first value that is none; -1 when all are.</summary>
    internal int FindInvalid(ReadOnlySpan<byte> values)
    {
        ref var bytes = ref MemoryMarshal.GetReference(values);
        for (var start = 0; start < values.Length; start += _size)
        {
            foreach (var (offset, check) in _checks)
            {
                if (!ValueBits.AreValid(check, ref Unsafe.Add(ref bytes, start + offset)))
                {
                    return start;
                }
            }
        }

        return -1;
    }

    private bool IsGap(int offset) => _gaps.Any(gap => offset >= gap.Offset && offset < gap.Offset + gap.Length);

    private static (int Offset, int Length)[] GapsOf(ReadOnlySpan<bool> covered)
    {
        var gaps = new List<(int, int)>();
        for (var i = covered.IndexOf(false); i >= 0 && i < covered.Length;)
        {
            var length = covered[i..].IndexOf(true) is var end and >= 0 ? end : covered.Length - i;
            gaps.Add((i, length));
            var next = covered[(i + length)..].IndexOf(false);
            i = next < 0 ? covered.Length : i + length + next;
        }

        return [.. gaps];
    }

    private static class Known<T>
        where T : unmanaged
    {
        internal static readonly PayloadLayout Layout = new(
            Unsafe.SizeOf<T>(),
            typeof(T) == typeof(DateTimeOffset) ? [(sizeof(int), ValueBits.DateTimeOffsetTicks - sizeof(int))] : typeof(T) == typeof(Unit) ? [(0, 1)] : [],
            ValueBits.Of<T>() is var check and not PayloadCheck.None ? [(0, check)] : []);
    }
}
