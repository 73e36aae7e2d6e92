using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>Reads a payload that nobody vouches for: every length is held against what is left before anything is allocated, and every error is a <see cref="PayloadException"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PayloadReader
{
    private readonly ref byte _start;
    private readonly int _length;
    private int _position;
    private int _depth;

    /// <summary>Starts at a payload's first byte.</summary>
    public PayloadReader(ReadOnlySpan<byte> payload)
    {
        PayloadCode.ThrowIfBigEndian();
        _start = ref MemoryMarshal.GetReference(payload);
        _length = payload.Length;
    }

    /// <summary>How many bytes have been read.</summary>
    public readonly int Offset => _position;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _length - _position;

    /// <summary>Reads a value by its type's codec.</summary>
    public T Read<T>() => PayloadCodec<T>.Default.Read(ref this);

    /// <summary>Takes bytes as a value's memory; only for types of which every bit pattern is a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T ReadUnmanaged<T>()
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Take(Unsafe.SizeOf<T>()));

    /// <summary>Fills a span with memory as it is; only for types of which every bit pattern is a value.</summary>
    public void ReadUnmanagedSpan<T>(Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        TakeSpan(bytes.Length).CopyTo(bytes);
    }

    /// <summary>Reads an object's member count; false for null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadObjectHeader(out byte count)
    {
        count = Take(1);
        return count != PayloadCode.Null;
    }

    /// <summary>Reads a union's tag; false for null.</summary>
    public bool TryReadUnionTag(out ushort tag)
    {
        var first = Take(1);
        tag = first == PayloadCode.WideTag ? ReadUnmanaged<ushort>() : first;
        return first switch
        {
            <= PayloadCode.WideTag => true,
            PayloadCode.Null => false,
            _ => throw PayloadFailure.OfReservedTag(_position - 1, first),
        };
    }

    /// <summary>Reads a collection's count, -1 for null.</summary>
    /// <param name="minimumElementSize">The fewest bytes of one element, by which the count is checked; 0 counts as 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadCount(int minimumElementSize)
    {
        var count = ReadUnmanaged<int>();
        if (((uint)count > (uint)Remaining || (long)count * minimumElementSize > Remaining) && count != PayloadCode.NullCollection)
        {
            ThrowCount(count, minimumElementSize);
        }

        return count;
    }

    /// <summary>Goes one object deeper; each call has its <see cref="Leave"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++_depth > PayloadCode.MaxDepth)
        {
            ThrowDepth();
        }
    }

    /// <summary>Comes back out of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => _depth--;

    /// <summary>The next bytes.</summary>
    internal ReadOnlySpan<byte> TakeSpan(int size) => MemoryMarshal.CreateReadOnlySpan(ref Take(size), size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Take(int size)
    {
        var position = _position;
        if ((uint)size > (uint)(_length - position))
        {
            ThrowEnd(size);
        }

        _position = position + size;
        return ref Unsafe.Add(ref _start, position);
    }

    // Out of line, so that what is inlined stays small.
    [DoesNotReturn]
    private readonly void ThrowEnd(int size) => throw PayloadFailure.OfEnd(_position, size, Remaining);

    [DoesNotReturn]
    private readonly void ThrowCount(int count, int minimumElementSize) =>
        throw PayloadFailure.OfCount(_position - sizeof(int), count, Math.Max(minimumElementSize, 1), Remaining);

    [DoesNotReturn]
    private readonly void ThrowDepth() => throw PayloadFailure.OfDepth(_position);

    [DoesNotReturn]
    private readonly void ThrowBits(string type, int size) =>
        throw PayloadFailure.OfBits(_position - size, type, MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _start, _position - size), size));
}
