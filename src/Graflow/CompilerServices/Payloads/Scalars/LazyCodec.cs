using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Graflow.CompilerServices;

/// <summary>A value that is made when it is needed, which it is when it is written: an object of one member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LazyCodec<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T> : PayloadCodec<Lazy<T>?>
{
    private const byte Members = 1;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"Lazy({shapes.Of<T>()})";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Lazy<T>? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.Write(value.Value);
    }

    /// <inheritdoc/>
    public override Lazy<T>? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, reader.Offset - 1, typeof(Lazy<T>));
        return new(ReadValue(ref reader));
    }

    private static T ReadValue(ref PayloadReader reader)
    {
        try
        {
            return reader.Read<T>();
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, nameof(Lazy<>.Value)))
        {
            throw;
        }
    }
}
