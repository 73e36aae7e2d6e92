using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>One field of an unmanaged struct: where it is, and what its own layout is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PayloadField
{
    private PayloadField(int offset, PayloadLayout layout)
    {
        Offset = offset;
        Layout = layout;
    }

    internal int Offset { get; }

    internal PayloadLayout Layout { get; }

    /// <summary>The offsets in the struct of those of its bytes that mean something.</summary>
    internal IEnumerable<int> Bytes
    {
        get
        {
            var start = Offset;
            return Layout.Bytes.Select(offset => start + offset);
        }
    }

    /// <summary>A field.</summary>
    /// <param name="offset">Its distance in bytes from the struct's start.</param>
    /// <param name="layout">Its type's layout, if that is a struct of the user; those of the framework are known.</param>
    public static PayloadField Of<T>(int offset, PayloadLayout? layout = null)
        where T : unmanaged => new(offset, layout ?? PayloadLayout.Of<T>());

    /// <summary>A field that may be null.</summary>
    public static PayloadField OfNullable<T>(int offset, PayloadLayout? layout = null)
        where T : unmanaged => new(offset, PayloadLayout.OfNullable<T>(layout));

    /// <summary>A field by reference, as generated code has it.</summary>
    public static PayloadField Of<TStruct, T>(ref TStruct start, ref T field, PayloadLayout? layout = null)
        where TStruct : unmanaged
        where T : unmanaged => Of<T>((int)Unsafe.ByteOffset(ref Unsafe.As<TStruct, byte>(ref start), ref Unsafe.As<T, byte>(ref field)), layout);

    /// <summary>A field that may be null, by reference.</summary>
    public static PayloadField OfNullable<TStruct, T>(ref TStruct start, ref T? field, PayloadLayout? layout = null)
        where TStruct : unmanaged
        where T : unmanaged => OfNullable<T>((int)Unsafe.ByteOffset(ref Unsafe.As<TStruct, byte>(ref start), ref Unsafe.As<T?, byte>(ref field)), layout);
}
