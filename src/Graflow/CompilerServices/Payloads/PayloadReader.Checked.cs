using System.Runtime.CompilerServices;
using System.Text;

namespace Graflow.CompilerServices;

// Types of which not every bit pattern is a value: what the runtime takes for granted is checked first.
public ref partial struct PayloadReader
{
    /// <summary>Reads a truth value: 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBoolean()
    {
        var value = Take(1);
        if (value > 1)
        {
            ThrowBits("bool", sizeof(bool));
        }

        return value != 0;
    }

    /// <summary>Reads a decimal with a scale up to 28.</summary>
    public decimal ReadDecimal() => ReadChecked<decimal>(PayloadCheck.Decimal, "decimal");

    /// <summary>Reads a date and time.</summary>
    public DateTime ReadDateTime() => ReadChecked<DateTime>(PayloadCheck.DateTime, "DateTime");

    /// <summary>Reads a date and time with an offset of at most 14 hours.</summary>
    public DateTimeOffset ReadDateTimeOffset() => ReadChecked<DateTimeOffset>(PayloadCheck.DateTimeOffset, "DateTimeOffset");

    /// <summary>Reads a date.</summary>
    public DateOnly ReadDateOnly() => ReadChecked<DateOnly>(PayloadCheck.DateOnly, "DateOnly");

    /// <summary>Reads a time of day.</summary>
    public TimeOnly ReadTimeOnly() => ReadChecked<TimeOnly>(PayloadCheck.TimeOnly, "TimeOnly");

    /// <summary>Reads a Unicode scalar value.</summary>
    public Rune ReadRune() => ReadChecked<Rune>(PayloadCheck.Rune, "Rune");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T ReadChecked<T>(PayloadCheck check, string type)
        where T : unmanaged
    {
        ref var bytes = ref Take(Unsafe.SizeOf<T>());
        if (!ValueBits.AreValid(check, ref bytes))
        {
            ThrowBits(type, Unsafe.SizeOf<T>());
        }

        return Unsafe.ReadUnaligned<T>(ref bytes);
    }
}
