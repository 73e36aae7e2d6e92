using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>Where a <see cref="KeyValuePair{TKey, TValue}"/>, which hides its fields, has them.</summary>
internal static class KeyValueFields<TKey, TValue>
{
    internal static int KeyOffset
    {
        get
        {
            var pair = default(KeyValuePair<TKey, TValue>);
            return (int)Unsafe.ByteOffset(ref Unsafe.As<KeyValuePair<TKey, TValue>, byte>(ref pair), ref Unsafe.As<TKey, byte>(ref Key(ref pair)));
        }
    }

    internal static int ValueOffset
    {
        get
        {
            var pair = default(KeyValuePair<TKey, TValue>);
            return (int)Unsafe.ByteOffset(ref Unsafe.As<KeyValuePair<TKey, TValue>, byte>(ref pair), ref Unsafe.As<TValue, byte>(ref Value(ref pair)));
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "key")]
    private static extern ref TKey Key(ref KeyValuePair<TKey, TValue> pair);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "value")]
    private static extern ref TValue Value(ref KeyValuePair<TKey, TValue> pair);
}
