using System.Runtime.InteropServices;

public static partial class Structs
{
    [Task] public static Point A(Padded x, Flagged y) => default;
    [Task] public static (byte, long) B(Overlapping x, Inner<byte> y) => default;
    [Task] public static unsafe Fixed C(Row x, (bool, int)? y) => default;
}

public readonly record struct Point(int X, int Y);

public struct Padded
{
    public byte A;
    public long B;
}

public struct Flagged
{
    private bool _flag;
    public Padded? Maybe;
    public Padded Inner { get; set; }
    public DateTime At { readonly get; set; }
    public readonly (byte, long) Pair;
    public bool Flag { readonly get => _flag; set => _flag = value; }
}

[StructLayout(LayoutKind.Explicit)]
public struct Overlapping
{
    [FieldOffset(0)] public bool Flag;
    [FieldOffset(0)] public int Bits;
}

public struct Inner<T>
    where T : unmanaged
{
    private T _value;
    public long Other;
    public T Value { readonly get => _value; set => _value = value; }
}

public unsafe struct Fixed
{
    public fixed byte Bytes[5];
    public int Length;
}

[System.Runtime.CompilerServices.InlineArray(4)]
public struct Row
{
    private bool _first;
}
