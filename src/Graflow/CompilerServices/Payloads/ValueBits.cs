using System.Runtime.CompilerServices;
using System.Text;

namespace Graflow.CompilerServices;

/// <summary>Which bit patterns are values. The runtime checks them when a value is made, never again: a bool of 2 is neither true nor false, a Rune outside of Unicode breaks who encodes it.</summary>
internal static class ValueBits
{
    private const long TicksMask = 0x3FFF_FFFF_FFFF_FFFF;
    private const int MaxOffsetMinutes = 14 * 60;

    // Where a DateTimeOffset keeps its time: its offset's four bytes and as many of padding come first.
    internal const int DateTimeOffsetTicks = 8;

    internal static PayloadCheck Of<T>() =>
        typeof(T) == typeof(bool) ? PayloadCheck.Boolean
        : typeof(T) == typeof(decimal) ? PayloadCheck.Decimal
        : typeof(T) == typeof(DateTime) ? PayloadCheck.DateTime
        : typeof(T) == typeof(DateTimeOffset) ? PayloadCheck.DateTimeOffset
        : typeof(T) == typeof(DateOnly) ? PayloadCheck.DateOnly
        : typeof(T) == typeof(TimeOnly) ? PayloadCheck.TimeOnly
        : typeof(T) == typeof(Rune) ? PayloadCheck.Rune
        : PayloadCheck.None;

    // Inlined, so that where the check is known one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreValid(PayloadCheck check, ref byte bytes) => check switch
    {
        PayloadCheck.Boolean => bytes <= 1,
        PayloadCheck.Decimal => IsDecimal(Unsafe.ReadUnaligned<uint>(ref bytes)),
        PayloadCheck.DateTime => IsDateTime(Unsafe.ReadUnaligned<long>(ref bytes)),
        PayloadCheck.DateTimeOffset => IsDateTimeOffset(Unsafe.ReadUnaligned<int>(ref bytes), Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref bytes, DateTimeOffsetTicks))),
        PayloadCheck.DateOnly => Unsafe.ReadUnaligned<uint>(ref bytes) <= (uint)DateOnly.MaxValue.DayNumber,
        PayloadCheck.TimeOnly => Unsafe.ReadUnaligned<ulong>(ref bytes) < TimeSpan.TicksPerDay,
        PayloadCheck.Rune => Rune.IsValid(Unsafe.ReadUnaligned<uint>(ref bytes)),
        _ => true,
    };

    // Sign in the highest bit, scale in the third byte, nothing else.
    private static bool IsDecimal(uint flags) => (flags & 0x7F00_FFFF) == 0 && (flags >> 16 & 0xFF) <= 28;

    private static bool IsDateTime(long data) => (data & TicksMask) <= DateTime.MaxValue.Ticks;

    /// <summary>The time is kept in UTC without a kind; both it and the local time must exist.</summary>
    private static bool IsDateTimeOffset(int minutes, long ticks) =>
        minutes is >= -MaxOffsetMinutes and <= MaxOffsetMinutes
        && (ulong)ticks <= (ulong)DateTime.MaxValue.Ticks
        && (ulong)(ticks + minutes * TimeSpan.TicksPerMinute) <= (ulong)DateTime.MaxValue.Ticks;
}
