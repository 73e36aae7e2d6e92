using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Graflow.CompilerServices;

/// <summary>The codecs that need no registration.</summary>
internal static class KnownCodecs
{
    /// <summary>The type's codec, null if it has to be registered.</summary>
    internal static PayloadCodec<T>? Create<T>() => (PayloadCodec<T>?)(typeof(T).IsValueType ? Value<T>() : Reference<T>());

    // For a value type the JIT knows each answer and keeps one branch.
    private static object? Value<T>() =>
        Primitive<T>()
        ?? Numeric<T>()
        ?? (typeof(T) == typeof(decimal) ? new UnmanagedCodec<decimal>()
        : typeof(T) == typeof(Guid) ? new UnmanagedCodec<Guid>()
        : typeof(T) == typeof(DateTime) ? new UnmanagedCodec<DateTime>()
        : typeof(T) == typeof(DateTimeOffset) ? new UnmanagedCodec<DateTimeOffset>()
        : typeof(T) == typeof(TimeSpan) ? new UnmanagedCodec<TimeSpan>()
        : typeof(T) == typeof(DateOnly) ? new UnmanagedCodec<DateOnly>()
        : typeof(T) == typeof(TimeOnly) ? new UnmanagedCodec<TimeOnly>()
        : typeof(T) == typeof(Rune) ? new UnmanagedCodec<Rune>()
        : typeof(T) == typeof(Index) ? new UnmanagedCodec<Index>()
        : typeof(T) == typeof(Range) ? new UnmanagedCodec<Range>()
        : typeof(T) == typeof(Unit) ? new UnmanagedCodec<Unit>()
        : null);

    private static object? Primitive<T>() =>
        typeof(T) == typeof(bool) ? new UnmanagedCodec<bool>()
        : typeof(T) == typeof(byte) ? new UnmanagedCodec<byte>()
        : typeof(T) == typeof(sbyte) ? new UnmanagedCodec<sbyte>()
        : typeof(T) == typeof(short) ? new UnmanagedCodec<short>()
        : typeof(T) == typeof(ushort) ? new UnmanagedCodec<ushort>()
        : typeof(T) == typeof(int) ? new UnmanagedCodec<int>()
        : typeof(T) == typeof(uint) ? new UnmanagedCodec<uint>()
        : typeof(T) == typeof(long) ? new UnmanagedCodec<long>()
        : typeof(T) == typeof(ulong) ? new UnmanagedCodec<ulong>()
        : typeof(T) == typeof(char) ? new UnmanagedCodec<char>()
        : typeof(T) == typeof(float) ? new UnmanagedCodec<float>()
        : typeof(T) == typeof(double) ? new UnmanagedCodec<double>()
        : typeof(T) == typeof(nint) ? new UnmanagedCodec<nint>()
        : typeof(T) == typeof(nuint) ? new UnmanagedCodec<nuint>()
        : typeof(T) == typeof(Half) ? new UnmanagedCodec<Half>()
        : typeof(T) == typeof(Int128) ? new UnmanagedCodec<Int128>()
        : typeof(T) == typeof(UInt128) ? new UnmanagedCodec<UInt128>()
        : null;

    private static object? Numeric<T>() =>
        typeof(T) == typeof(BigInteger) ? new BigIntegerCodec()
        : typeof(T) == typeof(Complex) ? new UnmanagedCodec<Complex>()
        : typeof(T) == typeof(Vector2) ? new UnmanagedCodec<Vector2>()
        : typeof(T) == typeof(Vector3) ? new UnmanagedCodec<Vector3>()
        : typeof(T) == typeof(Vector4) ? new UnmanagedCodec<Vector4>()
        : typeof(T) == typeof(Quaternion) ? new UnmanagedCodec<Quaternion>()
        : typeof(T) == typeof(Plane) ? new UnmanagedCodec<Plane>()
        : typeof(T) == typeof(Matrix3x2) ? new UnmanagedCodec<Matrix3x2>()
        : typeof(T) == typeof(Matrix4x4) ? new UnmanagedCodec<Matrix4x4>()
        : null;

    private static object? Reference<T>() =>
        typeof(T) == typeof(string) ? new StringCodec()
        : typeof(T) == typeof(byte[]) ? new ArrayCodec<byte>()
        : typeof(T) == typeof(Uri) ? new UriCodec()
        : typeof(T) == typeof(Version) ? new VersionCodec()
        : typeof(T) == typeof(CultureInfo) ? new CultureInfoCodec()
        : typeof(T) == typeof(TimeZoneInfo) ? new TimeZoneInfoCodec()
        : typeof(T) == typeof(StringBuilder) ? new StringBuilderCodec()
        : typeof(T) == typeof(BitArray) ? new BitArrayCodec()
        : typeof(T) == typeof(TaskFailure) ? new TaskFailureCodec()
        : null;
}
