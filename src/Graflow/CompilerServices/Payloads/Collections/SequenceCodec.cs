using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A collection: its count, then its elements in the order of its enumerator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequenceCodec<TCollection, T> : PayloadCodec<TCollection?>
    where TCollection : class, IEnumerable<T>
{
    private protected SequenceCodec()
    {
    }

    /// <inheritdoc/>
    public sealed override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public sealed override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public sealed override void Write(ref PayloadWriter writer, TCollection? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        Elements.Write(ref writer, InWireOrder(value));
    }

    /// <inheritdoc/>
    public sealed override TCollection? Read(ref PayloadReader reader)
    {
        var count = reader.ReadCount(PayloadCodec<T>.Default.MinimumSize);
        return count < 0 ? null : ReadElements(ref reader, count);
    }

    private protected virtual IEnumerable<T> InWireOrder(TCollection value) => value;

    private protected abstract TCollection ReadElements(ref PayloadReader reader, int count);
}
