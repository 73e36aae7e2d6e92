using System.Buffers;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>The body of a call: the task, the attempt, then the encoded input up to the end.</summary>
internal readonly ref struct CallFrame(string taskId, AttemptHeader header, int inputOffset)
{
    internal string TaskId { get; } = taskId;

    internal AttemptHeader Header { get; } = header;

    /// <summary>Where in the body the input begins.</summary>
    internal int InputOffset { get; } = inputOffset;

    internal static void Write(IBufferWriter<byte> output, string taskId, in AttemptHeader header)
    {
        var writer = new PayloadWriter(output);
        writer.WriteString(taskId);
        writer.WriteString(header.RunId);
        writer.WriteString(header.TaskPath);
        writer.WriteUnmanaged(header.Attempt);
        writer.WriteUnmanaged(header.Iteration);
        writer.WriteString(header.TraceParent);
        writer.Flush();
    }

    /// <exception cref="PayloadException">The bytes are something else.</exception>
    internal static CallFrame Read(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(body);
        var taskId = reader.ReadString() ?? "";
        var header = new AttemptHeader(
            reader.ReadString() ?? "", reader.ReadString() ?? "", reader.ReadUnmanaged<int>(), reader.ReadUnmanaged<int>(), reader.ReadString());
        return new CallFrame(taskId, header, reader.Offset);
    }
}
