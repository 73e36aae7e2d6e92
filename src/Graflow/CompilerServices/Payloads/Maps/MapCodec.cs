using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A dictionary: its count, then its pairs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MapCodec<TMap, TKey, TValue> : PayloadCodec<TMap?>
    where TMap : class, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private protected MapCodec()
    {
    }

    /// <inheritdoc/>
    public sealed override int MinimumSize => sizeof(int);

    private static PairFormat<TKey, TValue> Pair => KeyValuePairCodec<TKey, TValue>.Format;

    /// <inheritdoc/>
    public sealed override string Describe(PayloadShapes shapes) => $"[({shapes.Of<TKey>()},{shapes.Of<TValue>()})]";

    /// <inheritdoc/>
    public sealed override void Write(ref PayloadWriter writer, TMap? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
        }
        else if (value is Dictionary<TKey, TValue> dictionary)
        {
            Write(ref writer, dictionary);
        }
        else
        {
            Write(ref writer, Snapshot(value));
        }
    }

    /// <inheritdoc/>
    public sealed override TMap? Read(ref PayloadReader reader)
    {
        var count = reader.ReadCount(Pair.MinimumSize);
        if (count < 0)
        {
            return null;
        }

        try
        {
            return Make(ReadPairs(ref reader, count));
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(TMap), error);
        }
    }

    private protected virtual IEnumerable<KeyValuePair<TKey, TValue>> Snapshot(TMap map) => map;

    /// <summary>Makes the dictionary, which may keep the pairs.</summary>
    private protected abstract TMap Make(Dictionary<TKey, TValue> pairs);

    // By its interface, the most common of them would cost an enumerator.
    private static void Write(ref PayloadWriter writer, Dictionary<TKey, TValue> map)
    {
        writer.WriteCount(map.Count);
        foreach (var (key, value) in map)
        {
            Pair.Write(ref writer, key, value);
        }
    }

    private static void Write(ref PayloadWriter writer, IEnumerable<KeyValuePair<TKey, TValue>> map)
    {
        var (count, written) = (map.Count(), 0);
        writer.WriteCount(count);
        foreach (var (key, value) in map)
        {
            Pair.Write(ref writer, key, value);
            written++;
        }

        if (written != count)
        {
            throw NotSerializableException.Changed(typeof(TMap), count, written);
        }
    }

    private static Dictionary<TKey, TValue> ReadPairs(ref PayloadReader reader, int count)
    {
        var pairs = new Dictionary<TKey, TValue>(count);
        var index = 0;
        try
        {
            for (; index < count; index++)
            {
                var (key, value) = Pair.Read(ref reader);
                if (key is null)
                {
                    throw PayloadFailure.OfNullKey(reader.Offset, typeof(TMap));
                }

                if (!pairs.TryAdd(key, value))
                {
                    throw PayloadFailure.OfDuplicate(reader.Offset, typeof(TMap));
                }
            }
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, index))
        {
            throw;
        }

        return pairs;
    }
}
