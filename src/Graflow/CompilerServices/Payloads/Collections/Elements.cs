using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>Writes and reads a count and so many elements.</summary>
internal static class Elements
{
    /// <summary>Null for a null collection.</summary>
    internal static T[]? Read<T>(ref PayloadReader reader)
    {
        var count = reader.ReadCount(PayloadCodec<T>.Default.MinimumSize);
        return count < 0 ? null : Read<T>(ref reader, count);
    }

    internal static T[] Read<T>(ref PayloadReader reader, int count)
    {
        if (count == 0)
        {
            return [];
        }

        // Numbers are overwritten at once; the runtime clears references by itself.
        var elements = GC.AllocateUninitializedArray<T>(count);
        PayloadCodec<T>.Default.ReadAll(ref reader, elements);
        return elements;
    }

    internal static List<T> ReadList<T>(ref PayloadReader reader, int count)
    {
        var list = new List<T>(count);
        CollectionsMarshal.SetCount(list, count);
        PayloadCodec<T>.Default.ReadAll(ref reader, CollectionsMarshal.AsSpan(list));
        return list;
    }

    internal static void Write<T>(ref PayloadWriter writer, ReadOnlySpan<T> values)
    {
        writer.WriteCount(values.Length);
        PayloadCodec<T>.Default.WriteAll(ref writer, values);
    }

    internal static void Write<T>(ref PayloadWriter writer, IEnumerable<T> values)
    {
        switch (values)
        {
            case T[] array:
                Write(ref writer, (ReadOnlySpan<T>)array);
                break;
            case List<T> list:
                Write(ref writer, CollectionsMarshal.AsSpan(list));
                break;
            case HashSet<T> set:
                WriteSet(ref writer, set);
                break;
            case IReadOnlyCollection<T> collection and not IProducerConsumerCollection<T>:
                WriteCounted(ref writer, collection, collection.Count);
                break;
            case ICollection<T> collection:
                WriteCounted(ref writer, collection, collection.Count);
                break;
            default:
                // Not counted before the last element, or changed by others meanwhile: a snapshot.
                Write(ref writer, (ReadOnlySpan<T>)values.ToArray());
                break;
        }
    }

    // The most common of them; by its interface, each would cost an enumerator.
    private static void WriteSet<T>(ref PayloadWriter writer, HashSet<T> values)
    {
        var codec = PayloadCodec<T>.Default;
        writer.WriteCount(values.Count);
        foreach (var value in values)
        {
            codec.Write(ref writer, value);
        }
    }

    private static void WriteCounted<T>(ref PayloadWriter writer, IEnumerable<T> values, int count)
    {
        var codec = PayloadCodec<T>.Default;
        var written = 0;
        writer.WriteCount(count);
        foreach (var value in values)
        {
            codec.Write(ref writer, value);
            written++;
        }

        if (written != count)
        {
            throw NotSerializableException.Changed(values.GetType(), count, written);
        }
    }
}
