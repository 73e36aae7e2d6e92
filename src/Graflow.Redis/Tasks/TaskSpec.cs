using System.Buffers.Binary;
using System.Text;

namespace Graflow.Redis.Tasks;

/// <summary>
/// What a driver says of an attempt, as it stands in Redis. Little-endian numbers of four bytes, and texts behind their lengths: attempt, queue, task id, the name of the stored input (empty where it goes along), traceparent, what else the worker is to know; the rest is the input.
/// The server's time stands before it, in eight bytes. Scripts read the same, as far as the name of the input: <c>shared/task.lua</c>.
/// </summary>
/// <param name="Attempt">The how-manyth attempt it is, from 1.</param>
/// <param name="Queue">The queue that it waits in.</param>
/// <param name="TaskId">What a worker finds its body by.</param>
internal readonly record struct TaskSpec(int Attempt, string Queue, string TaskId)
{
    private const int Number = sizeof(int);
    private const int Created = sizeof(double);

    internal string StoredInput { get; private init; } = "";

    internal string TraceParent { get; private init; } = "";

    internal byte[] Extra { get; private init; } = [];

    internal byte[] Input { get; private init; } = [];

    /// <param name="task">The attempt.</param>
    /// <param name="stored">What its input is stored as; empty where it goes along.</param>
    internal static byte[] Write(TaskSubmission task, string stored)
    {
        var (trace, extra, input) = (task.TraceParent ?? "", task.Extra ?? [], stored.Length > 0 ? [] : task.Input.Bytes ?? []);
        var bytes = new byte[(6 * Number) + SizeOf(task.Queue) + SizeOf(task.TaskId) + SizeOf(stored) + SizeOf(trace) + extra.Length + input.Length];
        var rest = bytes.AsSpan();
        Write(ref rest, task.Attempt);
        Write(ref rest, task.Queue);
        Write(ref rest, task.TaskId);
        Write(ref rest, stored);
        Write(ref rest, trace);
        Write(ref rest, extra.Length);
        extra.CopyTo(rest);
        input.CopyTo(rest[extra.Length..]);
        return bytes;
    }

    /// <param name="bytes">As a step gives it, with the time before it.</param>
    internal static TaskSpec Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Created..];
        return new TaskSpec(ReadNumber(ref rest), ReadText(ref rest), ReadText(ref rest))
        {
            StoredInput = ReadText(ref rest),
            TraceParent = ReadText(ref rest),
            Extra = ReadBlock(ref rest).ToArray(),
            Input = rest.ToArray(),
        };
    }

    private static int SizeOf(string text) => Encoding.UTF8.GetByteCount(text);

    private static void Write(ref Span<byte> rest, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, number);
        rest = rest[Number..];
    }

    private static void Write(ref Span<byte> rest, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, rest[Number..]);
        Write(ref rest, length);
        rest = rest[length..];
    }

    private static int ReadNumber(ref ReadOnlySpan<byte> rest) => BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, Number));

    private static string ReadText(ref ReadOnlySpan<byte> rest) => Encoding.UTF8.GetString(ReadBlock(ref rest));

    /// <summary>Reads bytes behind their length, as scripts pack them too.</summary>
    internal static ReadOnlySpan<byte> ReadBlock(ref ReadOnlySpan<byte> rest) => Take(ref rest, ReadNumber(ref rest));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
