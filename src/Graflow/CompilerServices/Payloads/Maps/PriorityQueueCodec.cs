using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A priority queue: its elements, each with its priority, in no order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PriorityQueueCodec<TElement, TPriority> : PayloadCodec<PriorityQueue<TElement, TPriority>?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[({shapes.Of<TElement>()},{shapes.Of<TPriority>()})]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, PriorityQueue<TElement, TPriority>? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        writer.WriteCount(value.Count);
        foreach (var (element, priority) in value.UnorderedItems)
        {
            ValueTupleCodec<TElement, TPriority>.Format.Write(ref writer, element, priority);
        }
    }

    /// <inheritdoc/>
    public override PriorityQueue<TElement, TPriority>? Read(ref PayloadReader reader)
    {
        var format = ValueTupleCodec<TElement, TPriority>.Format;
        var count = reader.ReadCount(format.MinimumSize);
        if (count < 0)
        {
            return null;
        }

        var queue = new PriorityQueue<TElement, TPriority>(count);
        var index = 0;
        try
        {
            for (; index < count; index++)
            {
                var (element, priority) = format.Read(ref reader);
                queue.Enqueue(element, priority);
            }
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, index))
        {
            throw;
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(PriorityQueue<TElement, TPriority>), error);
        }

        return queue;
    }
}
