using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A collection to which elements are added while they are read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AddingCodec<TCollection, T> : SequenceCodec<TCollection, T>
    where TCollection : class, IEnumerable<T>
{
    private protected AddingCodec()
    {
    }

    private protected abstract TCollection New(int capacity);

    /// <summary>Adds an element; false when a set has it already.</summary>
    private protected abstract bool TryAdd(TCollection collection, T value);

    private protected sealed override TCollection ReadElements(ref PayloadReader reader, int count)
    {
        var codec = PayloadCodec<T>.Default;
        var collection = New(count);
        var index = 0;
        try
        {
            for (; index < count; index++)
            {
                if (!TryAdd(collection, codec.Read(ref reader)))
                {
                    throw PayloadFailure.OfDuplicate(reader.Offset, typeof(TCollection));
                }
            }
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, index))
        {
            throw;
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(TCollection), error);
        }

        return collection;
    }
}
