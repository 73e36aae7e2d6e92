using System.Text;

namespace Graflow.Redis.Tasks;

/// <summary>How a worker ran the body of a task: in <see cref="FinishedTask"/> and in the run's outcomes it stands behind the letter for how the body ended.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Number">The how-manyth worker it was that had the attempt, from 1.</param>
/// <param name="Elapsed">How long before its end the worker had begun, by the worker's clock.</param>
internal readonly record struct TaskDelivery(string Worker, int Number, TimeSpan Elapsed)
{
    private const int LongestNumber = 9;

    /// <param name="end">How the body ended.</param>
    internal byte[] Write(byte end)
    {
        var name = Encoding.UTF8.GetByteCount(Worker);
        Span<byte> numbers = stackalloc byte[1 + (3 * LongestNumber)];
        numbers[0] = end;
        var length = 1;
        length += Write(numbers[length..], Number);
        length += Write(numbers[length..], Math.Max(Elapsed.Ticks / TimeSpan.TicksPerMicrosecond, 0));
        length += Write(numbers[length..], name);
        var written = new byte[length + name];
        numbers[..length].CopyTo(written);
        Encoding.UTF8.GetBytes(Worker, written.AsSpan(length));
        return written;
    }

    /// <param name="rest">The bytes behind the letter; afterwards, those behind the delivery.</param>
    internal static TaskDelivery Read(ref ReadOnlySpan<byte> rest)
    {
        var (number, elapsed, name) = ((int)ReadNumber(ref rest), ReadNumber(ref rest), (int)ReadNumber(ref rest));
        var worker = Encoding.UTF8.GetString(rest[..name]);
        rest = rest[name..];
        return new TaskDelivery(worker, number, TimeSpan.FromMicroseconds(elapsed));
    }

    private static int Write(Span<byte> bytes, long number)
    {
        var count = 0;
        for (; number >= 0x80; number >>= 7)
        {
            bytes[count++] = (byte)(number | 0x80);
        }

        bytes[count] = (byte)number;
        return count + 1;
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> rest)
    {
        var (number, count) = (0L, 0);
        while (true)
        {
            var next = rest[count];
            number |= (long)(next & 0x7F) << (7 * count++);
            if (next < 0x80)
            {
                rest = rest[count..];
                return number;
            }
        }
    }
}
