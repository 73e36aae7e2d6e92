using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A collection that is made of all its elements at once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CopyingCodec<TCollection, T> : SequenceCodec<TCollection, T>
    where TCollection : class, IEnumerable<T>
{
    private protected CopyingCodec()
    {
    }

    /// <summary>Makes the collection, which may keep the array; null when the elements of a set are not distinct.</summary>
    private protected abstract TCollection? Make(T[] elements);

    private protected sealed override TCollection ReadElements(ref PayloadReader reader, int count)
    {
        var elements = Elements.Read<T>(ref reader, count);
        try
        {
            return Make(elements) ?? throw PayloadFailure.OfDuplicate(reader.Offset, typeof(TCollection));
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(TCollection), error);
        }
    }
}
