using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A failure as data: an object of its five texts and numbers. The exception itself stays where it was thrown.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskFailureCodec : PayloadCodec<TaskFailure?>
{
    private const byte Members = 5;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, TaskFailure? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.WriteString(value.TaskId);
        writer.WriteUnmanaged(value.Attempts);
        writer.WriteString(value.ErrorType);
        writer.WriteString(value.Message);
        writer.WriteString(value.StackText);
    }

    /// <inheritdoc/>
    public override TaskFailure? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, reader.Offset - 1, typeof(TaskFailure));
        return new TaskFailure(Text(ref reader), reader.ReadUnmanaged<int>(), Text(ref reader), Text(ref reader), Text(ref reader));
    }

    private static string Text(ref PayloadReader reader) =>
        reader.ReadString() ?? throw PayloadFailure.OfNull(reader.Offset - sizeof(int), "A text of a TaskFailure");
}
