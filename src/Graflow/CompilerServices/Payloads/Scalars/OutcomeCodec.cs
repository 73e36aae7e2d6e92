using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>What a tolerant group yields: an object of how it ended, and the value or the failure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutcomeCodec<T> : PayloadCodec<Outcome<T>>
{
    private const byte Members = 2;

    /// <inheritdoc/>
    public override int MinimumSize => Members;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"Outcome({shapes.Of<T>()})";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Outcome<T> value)
    {
        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged((byte)value.Kind);
        if (value.TryGet(out var result))
        {
            writer.Write(result);
        }
        else
        {
            writer.Write(value.Failure);
        }
    }

    /// <inheritdoc/>
    public override Outcome<T> Read(ref PayloadReader reader)
    {
        var start = reader.Offset;
        if (!reader.TryReadObjectHeader(out var count))
        {
            throw PayloadFailure.OfNull(start, TypeText.Of(typeof(Outcome<T>)));
        }

        PayloadFailure.ThrowUnless(count, Members, start, typeof(Outcome<T>));
        var kind = (OutcomeKind)reader.ReadUnmanaged<byte>();
        return kind switch
        {
            OutcomeKind.Succeeded => new Outcome<T>(ReadValue(ref reader)),
            <= OutcomeKind.Cancelled => new Outcome<T>(kind, reader.Read<TaskFailure?>()),
            _ => throw PayloadFailure.OfValue(start, typeof(OutcomeKind), kind.ToString()),
        };
    }

    private static T ReadValue(ref PayloadReader reader)
    {
        try
        {
            return reader.Read<T>();
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, nameof(Outcome<>.Value)))
        {
            throw;
        }
    }
}
