using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>Writes payloads into a buffer writer, whose span it keeps between values: <see cref="Flush"/> hands over the last bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PayloadWriter
{
    private readonly IBufferWriter<byte> _output;
    private ref byte _start;
    private int _length;
    private int _position;
    private int _depth;

    /// <summary>Starts a payload at the buffer's end.</summary>
    public PayloadWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        PayloadCode.ThrowIfBigEndian();
        _output = output;
        _start = ref Unsafe.NullRef<byte>();
    }

    /// <summary>Hands everything written to the buffer writer.</summary>
    public void Flush()
    {
        _output.Advance(_position);
        (_length, _position) = (0, 0);
    }

    /// <summary>Writes a value by its type's codec.</summary>
    public void Write<T>(T value) => PayloadCodec<T>.Default.Write(ref this, value);

    /// <summary>Writes a value's memory as it is; the type has no padding, or the codec clears it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteUnmanaged<T>(in T value)
        where T : unmanaged => Unsafe.WriteUnaligned(ref Take(Unsafe.SizeOf<T>()), value);

    /// <summary>Writes the memory of values as one block, without their count.</summary>
    public void WriteUnmanagedSpan<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values).CopyTo(TakeSpan(checked(values.Length * Unsafe.SizeOf<T>())));

    /// <summary>Begins an object of so many members, at most 249.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteObjectHeader(byte count) => Take(1) = count;

    /// <summary>Writes a null object or union.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNull() => Take(1) = PayloadCode.Null;

    /// <summary>Begins a collection.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteCount(int count) => WriteUnmanaged(in count);

    /// <summary>Writes a null collection.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNullCollection() => WriteUnmanaged(PayloadCode.NullCollection);

    /// <summary>Begins a union's value: one byte, three from tag 250 on.</summary>
    public void WriteUnionTag(ushort tag)
    {
        if (tag < PayloadCode.WideTag)
        {
            Take(1) = (byte)tag;
            return;
        }

        Take(1) = PayloadCode.WideTag;
        WriteUnmanaged(in tag);
    }

    /// <summary>Goes one object deeper; each call has its <see cref="Leave"/>.</summary>
    /// <exception cref="NotSerializableException">More than 64 deep: most likely an object that contains itself.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++_depth > PayloadCode.MaxDepth)
        {
            throw NotSerializableException.TooDeep();
        }
    }

    /// <summary>Comes back out of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => _depth--;

    /// <summary>The next bytes, to be filled by the caller.</summary>
    internal Span<byte> TakeSpan(int size) => MemoryMarshal.CreateSpan(ref Take(size), size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Take(int size)
    {
        if (_length - _position < size)
        {
            Grow(size);
        }

        ref var taken = ref Unsafe.Add(ref _start, _position);
        _position += size;
        return ref taken;
    }

    /// <summary>Gives back the end of what was taken.</summary>
    private void Return(int size) => _position -= size;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        Flush();
        var span = _output.GetSpan(size);
        if (span.Length < size)
        {
            throw new InvalidOperationException($"The {_output.GetType()} gave {span.Length} bytes where {size} were asked for.");
        }

        _start = ref MemoryMarshal.GetReference(span);
        _length = span.Length;
    }
}
