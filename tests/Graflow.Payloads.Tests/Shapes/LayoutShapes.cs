using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graflow.Payloads.Tests.Shapes;

/// <summary>Five bytes, which is no multiple of its alignment.</summary>
[Payload]
[StructLayout(LayoutKind.Sequential, Size = 5)]
internal record struct Odd(int Number);

/// <summary>Two fields in the same bytes, and gaps.</summary>
[Payload]
[StructLayout(LayoutKind.Explicit)]
internal struct Overlaid
{
    [FieldOffset(0)]
    public int Number;

    [FieldOffset(0)]
    public float Real;

    [FieldOffset(8)]
    public long Last;
}

/// <summary>Two fields in the same bytes, of which nothing can be said, and a byte of its own to check.</summary>
[Payload]
[StructLayout(LayoutKind.Explicit)]
internal struct Tagged
{
    [FieldOffset(0)]
    public int Number;

    [FieldOffset(0)]
    public bool First;

    [FieldOffset(4)]
    public bool Flag;
}

/// <summary>Gaps, and a byte to check.</summary>
[Payload]
[StructLayout(LayoutKind.Explicit)]
internal struct Placed
{
    [FieldOffset(4)]
    public bool Flag;

    [FieldOffset(8)]
    public long Last;
}

internal record struct Two(short Number);

internal record struct One(byte Number);

/// <summary>Four bytes to check.</summary>
[Payload]
[InlineArray(4)]
internal struct Switches
{
    private bool _first;
}

/// <summary>Gaps in each element.</summary>
[Payload]
[InlineArray(2)]
internal struct Steps
{
    private Step _first;
}

internal record struct Step(byte Kind, int Length);
