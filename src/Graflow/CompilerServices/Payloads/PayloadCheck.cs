namespace Graflow.CompilerServices;

/// <summary>A type of which not every bit pattern is a value.</summary>
internal enum PayloadCheck
{
    None,
    Boolean,
    Decimal,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    Rune,
}
