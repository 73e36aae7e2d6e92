using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A lookup: its count, then its groups.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LookupInterfaceCodec<TKey, TElement> : PayloadCodec<ILookup<TKey, TElement>?>
{
    private static readonly GroupingInterfaceCodec<TKey, TElement> Group = new();

    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{Group.Describe(shapes)}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, ILookup<TKey, TElement>? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        var (count, written) = (value.Count, 0);
        writer.WriteCount(count);
        foreach (var group in value)
        {
            Group.Write(ref writer, group);
            written++;
        }

        if (written != count)
        {
            throw NotSerializableException.Changed(value.GetType(), count, written);
        }
    }

    /// <inheritdoc/>
    public override ILookup<TKey, TElement>? Read(ref PayloadReader reader)
    {
        var count = reader.ReadCount(1 + PayloadCodec<TKey>.Default.MinimumSize + sizeof(int));
        if (count < 0)
        {
            return null;
        }

        var lookup = new ReadLookup<TKey, TElement>();
        var index = 0;
        try
        {
            for (; index < count; index++)
            {
                var start = reader.Offset;
                var group = Group.Read(ref reader) ?? throw PayloadFailure.OfNull(start, TypeText.Of(typeof(IGrouping<TKey, TElement>)));
                if (!lookup.TryAdd(group))
                {
                    throw PayloadFailure.OfDuplicate(reader.Offset, typeof(ILookup<TKey, TElement>));
                }
            }
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, index))
        {
            throw;
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(ILookup<TKey, TElement>), error);
        }

        return lookup;
    }
}
