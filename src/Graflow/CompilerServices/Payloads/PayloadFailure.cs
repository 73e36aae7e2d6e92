using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Graflow.CompilerServices;

/// <summary>What is wrong with a payload, in words.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadFailure
{
    /// <summary>Puts a member before the error's path. For an exception filter, which is why it is always false: the way up costs no second throw.</summary>
    public static bool Within(PayloadException error, string member)
    {
        ArgumentNullException.ThrowIfNull(error);
        error.Prepend($".{member}");
        return false;
    }

    /// <summary>Puts an element before the error's path; always false.</summary>
    public static bool Within(PayloadException error, int index)
    {
        ArgumentNullException.ThrowIfNull(error);
        error.Prepend($"[{index}]");
        return false;
    }

    /// <summary>A payload with more members than this version of the type knows.</summary>
    public static PayloadException OfMemberCount(int offset, string type, int found, int known) =>
        new(offset, $"{type} has {found} members here, but only {known} are known: a newer version wrote it. Update the reader first.");

    /// <summary>A union's tag that names no type.</summary>
    public static PayloadException OfTag(int offset, string type, int tag) =>
        new(offset, $"{type} has no type with the tag {tag}: a newer version wrote it. Update the reader first.");

    /// <summary>A null where the type has none.</summary>
    public static PayloadException OfNull(int offset, string type) => new(offset, $"{type} is null here, and a struct cannot be.");

    /// <summary>A constructor or setter of the user that refused what was read.</summary>
    public static PayloadException OfConstruction(int offset, string type, Exception cause) =>
        new(offset, $"{type} refused what was read: {ExceptionText.MessageOf(cause)}", cause);

    /// <summary>A value of a type that its declared type's payload cannot tell.</summary>
    [DoesNotReturn]
    public static void ThrowUnknownType(Type declared, Type found) => throw NotSerializableException.UnknownType(declared, found);

    /// <summary>A collection that was changed while it was written.</summary>
    [DoesNotReturn]
    public static void ThrowChanged(Type type, int counted, int written) => throw NotSerializableException.Changed(type, counted, written);

    /// <summary>A key or element that is there twice, and would be dropped.</summary>
    public static PayloadException OfDuplicate(int offset, Type type) => new(offset, $"This {TypeText.Of(type)} has the same key or element twice.");

    /// <summary>A type of the framework that refused what was read.</summary>
    internal static PayloadException OfConstruction(int offset, Type type, Exception cause) => OfConstruction(offset, TypeText.Of(type), cause);

    internal static PayloadException OfNullKey(int offset, Type type) => new(offset, $"This {TypeText.Of(type)} has a null key.");

    internal static PayloadException OfValue(int offset, Type type, string found) =>
        new(offset, $"No {TypeText.Of(type)} is \"{(found.Length > 64 ? $"{found[..64]}…" : found)}\".");

    /// <summary>For types whose members never change.</summary>
    internal static void ThrowUnless(int count, int known, int offset, Type type)
    {
        if (count != known)
        {
            throw new PayloadException(offset, $"{TypeText.Of(type)} has {known} members, not {count}.");
        }
    }

    /// <summary>True for what a constructor, a comparer or a setter threw, as opposed to what this library says.</summary>
    internal static bool IsForeign(Exception error) => error is not (GraflowException or OutOfMemoryException);

    /// <summary>Puts the payload's type before the error's path; always false.</summary>
    internal static bool In<T>(PayloadException error)
    {
        error.Prepend(TypeText.Of(typeof(T)));
        return false;
    }

    internal static PayloadException OfTrailing(int offset, int remaining) =>
        new(offset, $"The value ends here, but {remaining} more bytes follow.");

    internal static PayloadException OfEnd(int offset, int size, int remaining) =>
        new(offset, $"{size} bytes are needed, {remaining} are left.");

    internal static PayloadException OfCount(int offset, int count, int elementSize, int remaining) =>
        new(offset, count < 0 ? string.Create(CultureInfo.InvariantCulture, $"A count of {count}.") : $"A count of {count} elements of at least {elementSize} bytes, and {remaining} bytes are left.");

    internal static PayloadException OfDepth(int offset) =>
        new(offset, $"Objects are nested more than {PayloadCode.MaxDepth} deep.");

    internal static PayloadException OfReservedTag(int offset, byte tag) => new(offset, $"{tag} is no union's tag.");

    internal static PayloadException OfText(int offset, int byteCount, int length) =>
        new(offset, length < 0 ? $"These {byteCount} bytes are no UTF-8." : $"These {byteCount} bytes are no UTF-8 of {length} characters.");

    internal static PayloadException OfBits(int offset, string type, ReadOnlySpan<byte> bytes) =>
        new(offset, $"No {type} has the bytes {Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, 32)])}.");
}
