using System.Runtime.CompilerServices;

namespace Graflow.Payloads.Tests.Fuzzing;

/// <summary>Changes valid payloads in the ways that hurt readers: lengths, tags, cuts, and bytes moved or repeated. The same seed gives the same mutations.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly byte[] TellingBytes = [0, 1, 2, 3, 127, 128, 249, 250, 251, 254, 255];
    private static readonly int[] TellingNumbers = [0, 1, -1, -2, 2, 255, 1024, 65536, 0x0100_0000, int.MaxValue, int.MaxValue / 2, int.MinValue, int.MinValue + 1];

    private readonly byte[] _buffer = new byte[4096];
    private uint _state = (uint)seed * 2654435761u + 1;

    /// <summary>One to four mutations of one of the payloads; the span is valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(IReadOnlyList<byte[]> payloads)
    {
        var start = payloads[Below(payloads.Count)];
        start.CopyTo(_buffer, 0);
        var length = start.Length;
        for (var i = Below(4); i >= 0; i--)
        {
            length = Mutate(length, payloads);
        }

        return _buffer.AsSpan(0, length);
    }

    private int Mutate(int length, IReadOnlyList<byte[]> payloads) => Below(9) switch
    {
        0 when length > 0 => Change(length, Below(length), b => (byte)(b ^ 1 << Below(8))),
        1 when length > 0 => Change(length, Below(length), _ => TellingBytes[Below(TellingBytes.Length)]),
        2 when length > 0 => Change(length, Below(length), _ => (byte)Below(256)),
        3 or 4 when length >= sizeof(int) => WriteNumber(length, Below(length - sizeof(int) + 1)),
        5 when length > 0 => Below(length),
        6 when length > 0 => Remove(length, Below(length)),
        7 => Insert(length, Below(length + 1), payloads[Below(payloads.Count)]),
        _ => Append(length),
    };

    private int Change(int length, int index, Func<byte, byte> change)
    {
        _buffer[index] = change(_buffer[index]);
        return length;
    }

    private int WriteNumber(int length, int index)
    {
        var near = Below(2) == 0 ? TellingNumbers[Below(TellingNumbers.Length)] : Unsafe.ReadUnaligned<int>(ref _buffer[index]) + Below(7) - 3;
        Unsafe.WriteUnaligned(ref _buffer[index], near);
        return length;
    }

    private int Remove(int length, int index)
    {
        var count = 1 + Below(Math.Min(8, length - index));
        Array.Copy(_buffer, index + count, _buffer, index, length - index - count);
        return length - count;
    }

    private int Insert(int length, int index, byte[] other)
    {
        var count = Math.Min(Below(other.Length + 1), _buffer.Length - length);
        Array.Copy(_buffer, index, _buffer, index + count, length - index);
        other.AsSpan(0, count).CopyTo(_buffer.AsSpan(index));
        return length + count;
    }

    private int Append(int length)
    {
        var count = Math.Min(1 + Below(8), _buffer.Length - length);
        for (var i = 0; i < count; i++)
        {
            _buffer[length + i] = (byte)Below(256);
        }

        return length + count;
    }

    private int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }
}
