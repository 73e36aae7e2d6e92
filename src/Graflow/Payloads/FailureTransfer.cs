using System.Runtime.ExceptionServices;
using System.Text;
using Graflow.CompilerServices;

namespace Graflow.Payloads;

/// <summary>An exception as data. A few errors of Graflow, which programs and the engine tell by their type, cross as what they are; everything else as names and text. No type is ever found by its name.</summary>
internal static class FailureTransfer
{
    // Those that were added later can be read by who does not know them.
    private const FailureKind LastWithoutNames = FailureKind.PayloadTooLarge;

    private const byte Members = 6;
    private const int MaxInner = 8;
    private const int MaxTypes = 32;
    private const int MaxMessage = 16 * 1024;
    private const int MaxText = 128 * 1024;

    // Of all texts of a foreign one together, in UTF-8, so that it fits into what a fleet carries whatever the texts are: else nobody would hear what the body threw.
    private const int MaxBytes = 192 * 1024;

    internal static void Write(ref PayloadWriter writer, Exception exception)
    {
        var kind = KindOf(exception);
        writer.WriteUnmanaged((byte)kind);
        if (kind == FailureKind.Foreign)
        {
            WriteForeign(ref writer, exception, MaxInner, MaxBytes);
            return;
        }

        writer.WriteString(Cut(exception.StackTrace ?? "", MaxText));
        switch (exception)
        {
            case PayloadException payload:
                writer.WriteUnmanaged(payload.Offset);
                writer.WriteString(Cut(payload.Problem, MaxMessage));
                writer.WriteString(payload.MemberPath);
                writer.WriteString(payload.TaskId);
                break;
            case AttemptEndedException ended:
                writer.WriteString(ended.Reason);
                break;
            case ChannelTypeException channel:
                writer.WriteString(channel.Key);
                writer.WriteString(channel.Found);
                writer.WriteString(channel.Expected);
                break;
            case ChannelKeyNotFoundException channel:
                writer.WriteString(channel.Key);
                break;
            case TaskTimeoutException timeout:
                writer.WriteString(timeout.TaskId);
                writer.WriteUnmanaged(timeout.Limit);
                writer.WriteString(timeout.Signal);
                break;
            case WorkerCrashedException crashed:
                WriteCrash(ref writer, crashed);
                break;
            case PayloadTooLargeException large:
                writer.WriteString(Cut(large.BareMessage, MaxMessage));
                writer.WriteUnmanaged(large.Size);
                writer.WriteUnmanaged(large.Limit);
                break;
            default:
                var error = (GraflowException)exception;
                writer.WriteString(error.Id);
                writer.WriteString(Cut(error.BareMessage, MaxMessage));
                break;
        }
    }

    /// <exception cref="PayloadException">The bytes are no failure.</exception>
    internal static Exception Read(ref PayloadReader reader)
    {
        var kind = (FailureKind)reader.ReadUnmanaged<byte>();
        if (kind is FailureKind.Foreign or > LastWithoutNames)
        {
            var failure = ReadForeign(ref reader, MaxInner) ?? throw new PayloadException(reader.Offset, "A failure is null here, and it cannot be.");
            if (kind != FailureKind.Foreign)
            {
                reader.TakeSpan(Math.Max(reader.ReadCount(1), 0));
            }

            return failure;
        }

        var stack = reader.ReadString();
        var exception = ReadOwn(ref reader, kind);
        return string.IsNullOrEmpty(stack) ? exception : ExceptionDispatchInfo.SetRemoteStackTrace(exception, stack);
    }

    private static FailureKind KindOf(Exception exception) => exception switch
    {
        NotSerializableException => FailureKind.NotSerializable,
        PayloadException => FailureKind.Payload,
        FlowDefinitionException => FailureKind.Definition,
        AttemptEndedException => FailureKind.AttemptEnded,
        ChannelTypeException => FailureKind.ChannelType,
        ChannelKeyNotFoundException => FailureKind.ChannelKeyNotFound,
        TaskTimeoutException => FailureKind.TaskTimeout,
        WorkerCrashedException => FailureKind.WorkerCrashed,
        WorkerStartException => FailureKind.WorkerStart,
        PayloadTooLargeException => FailureKind.PayloadTooLarge,
        _ => FailureKind.Foreign,
    };

    private static Exception ReadOwn(ref PayloadReader reader, FailureKind kind)
    {
        switch (kind)
        {
            case FailureKind.Payload:
                return ReadPayload(ref reader);
            case FailureKind.AttemptEnded:
                return new AttemptEndedException(Text(ref reader));
            case FailureKind.ChannelType:
                return new ChannelTypeException(Text(ref reader), Text(ref reader), Text(ref reader));
            case FailureKind.ChannelKeyNotFound:
                return new ChannelKeyNotFoundException(Text(ref reader));
            case FailureKind.TaskTimeout:
                var (path, limit) = (Text(ref reader), reader.ReadUnmanaged<TimeSpan>());
                return reader.ReadString() is { } signal ? TaskTimeoutException.OfWait(path, signal, limit) : new TaskTimeoutException(path, limit);
            case FailureKind.WorkerCrashed:
                return ReadCrash(ref reader);
            case FailureKind.PayloadTooLarge:
                return PayloadTooLargeException.Elsewhere(Text(ref reader), reader.ReadUnmanaged<int>(), reader.ReadUnmanaged<int>());
            case FailureKind.NotSerializable or FailureKind.Definition or FailureKind.WorkerStart:
                var (id, message) = (reader.ReadString(), Text(ref reader));
                return kind switch
                {
                    FailureKind.Definition => new FlowDefinitionException(message, id),
                    FailureKind.WorkerStart => new WorkerStartException(message, id: id),
                    _ => NotSerializableException.Elsewhere(message, id),
                };
            default:
                throw new PayloadException(reader.Offset, $"No failure has the kind {(byte)kind}: a newer version wrote it. Update the reader first.");
        }
    }

    private static void WriteCrash(ref PayloadWriter writer, WorkerCrashedException crashed)
    {
        writer.WriteString(Cut(crashed.BareMessage, MaxText));
        writer.WriteString(crashed.TaskId);
        writer.WriteUnmanaged(crashed.Deliveries);
        writer.WriteUnmanaged(crashed.ExitCode is not null);
        writer.WriteUnmanaged(crashed.ExitCode ?? 0);
        writer.WriteString(crashed.Signal);
        writer.WriteCount(crashed.ErrorLines.Count);
        foreach (var line in crashed.ErrorLines)
        {
            writer.WriteString(Cut(line, MaxMessage));
        }
    }

    private static WorkerCrashedException ReadCrash(ref PayloadReader reader)
    {
        var (message, taskId, deliveries) = (Text(ref reader), Text(ref reader), reader.ReadUnmanaged<int>());
        var (hasCode, code, signal) = (reader.ReadBoolean(), reader.ReadUnmanaged<int>(), reader.ReadString());
        var lines = new string[reader.ReadCount(sizeof(int))];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Text(ref reader);
        }

        return WorkerCrashedException.Elsewhere(message, taskId, deliveries, (hasCode ? code : null, signal), lines);
    }

    private static PayloadException ReadPayload(ref PayloadReader reader)
    {
        var exception = new PayloadException(reader.ReadUnmanaged<int>(), Text(ref reader));
        exception.Prepend(Text(ref reader));
        exception.TaskId = reader.ReadString();
        return exception;
    }

    private static void WriteForeign(ref PayloadWriter writer, Exception? exception, int depth, int room)
    {
        if (exception is null || depth == 0)
        {
            writer.WriteNull();
            return;
        }

        var remote = exception as RemoteTaskException;
        var types = remote?.RemoteTypes ?? TypesOf(exception);
        writer.WriteObjectHeader(Members);
        writer.WriteCount(types.Count);
        foreach (var type in types)
        {
            writer.WriteString(type);
        }

        // Each takes half of what is left: the text has the inner ones' too.
        var message = Cut(ExceptionText.MessageOf(exception), MaxMessage, room / 2);
        var text = Cut(remote?.RemoteStackText ?? ExceptionText.Of(exception), MaxText, (room - SizeOf(message)) / 2);
        writer.WriteString(message);
        writer.WriteString(text);
        writer.WriteString(remote?.RuleId ?? (exception as GraflowException)?.Id);
        writer.WriteUnmanaged(RemoteTaskException.IsIncurable(exception));
        WriteForeign(ref writer, exception.InnerException, depth - 1, Math.Max(0, room - SizeOf(message) - SizeOf(text)));
    }

    private static RemoteTaskException? ReadForeign(ref PayloadReader reader, int depth)
    {
        var start = reader.Offset;
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, start, typeof(RemoteTaskException));
        if (depth == 0)
        {
            throw new PayloadException(start, $"Failures are nested more than {MaxInner} deep.");
        }

        var types = ReadTypes(ref reader);
        var (message, text, id) = (Text(ref reader), Text(ref reader), reader.ReadString());
        var isIncurable = reader.ReadBoolean();
        return new RemoteTaskException(message, types, text, id, isIncurable, ReadForeign(ref reader, depth - 1));
    }

    private static string[] ReadTypes(ref PayloadReader reader)
    {
        var start = reader.Offset;
        var count = reader.ReadCount(sizeof(int));
        if (count is < 1 or > MaxTypes)
        {
            throw new PayloadException(start, $"A failure has 1 to {MaxTypes} types, not {count}.");
        }

        var types = new string[count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = Text(ref reader);
        }

        return types;
    }

    private static List<string> TypesOf(Exception exception)
    {
        var types = new List<string>();
        for (var type = exception.GetType(); type is not null && type != typeof(object) && types.Count < MaxTypes; type = type.BaseType)
        {
            types.Add(type.FullName ?? type.Name);
        }

        return types;
    }

    private static string Text(ref PayloadReader reader) => reader.ReadString() ?? "";

    // Half a pair of surrogates makes the whole text go as it is, with two bytes a character.
    private static int SizeOf(ReadOnlySpan<char> text) =>
        Math.Max(Encoding.UTF8.GetByteCount(text), text.ContainsAnyInRange('\ud800', '\udfff') ? sizeof(char) * text.Length : 0);

    private static string Cut(string text, int length, int bytes)
    {
        (length, bytes) = (Math.Min(length, text.Length), Math.Max(0, bytes));
        while (SizeOf(text.AsSpan(0, length)) is var size && size > bytes)
        {
            length = (int)((long)length * bytes / size);
        }

        return Cut(text, length);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : $"{text.AsSpan(0, length)}… ({text.Length - length} more characters)";
}
