using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>Writes and reads the values of one type. Stateless and thread-safe.</summary>
/// <typeparam name="T">The type; a nullable one where null is a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadCodec<T>
{
    private static PayloadCodec<T>? _default;

    /// <summary>The type's codec.</summary>
    /// <exception cref="NotSerializableException">The type has none (GRF201).</exception>
    public static PayloadCodec<T> Default => _default ?? PayloadCodecs.Find<T>();

    /// <summary>The fewest bytes that one value takes; a count is held against it before anything is allocated.</summary>
    public abstract int MinimumSize { get; }

    /// <summary>Writes one value.</summary>
    public abstract void Write(ref PayloadWriter writer, T value);

    /// <summary>Reads one value.</summary>
    /// <exception cref="PayloadException">The bytes are no such value.</exception>
    public abstract T Read(ref PayloadReader reader);

    /// <summary>What values look like, as the types that hold them say it; a type that has a name of its own adds its line to the shapes.</summary>
    public virtual string Describe(PayloadShapes shapes) => PayloadShapes.NameOf(typeof(T));

    internal static PayloadCodec<T>? Registered => Volatile.Read(ref _default);

    internal static void Register(PayloadCodec<T> codec) => Interlocked.CompareExchange(ref _default, codec, null);

    /// <summary>Writes values one after the other; codecs of unmanaged types copy them as one block.</summary>
    internal virtual void WriteAll(ref PayloadWriter writer, scoped ReadOnlySpan<T> values)
    {
        foreach (var value in values)
        {
            Write(ref writer, value);
        }
    }

    /// <summary>Fills a span; codecs of unmanaged types copy it as one block.</summary>
    internal virtual void ReadAll(ref PayloadReader reader, scoped Span<T> values)
    {
        var index = 0;
        try
        {
            for (; index < values.Length; index++)
            {
                values[index] = Read(ref reader);
            }
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, index))
        {
            throw;
        }
    }
}
