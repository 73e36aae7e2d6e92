using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A group: an object of its key and its elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupingInterfaceCodec<TKey, TElement> : PayloadCodec<IGrouping<TKey, TElement>?>
{
    private const byte Members = 2;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"Grouping({shapes.Of<TKey>()},{shapes.Of<TElement>()})";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, IGrouping<TKey, TElement>? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.Write(value.Key);
        Elements.Write(ref writer, value);
    }

    /// <inheritdoc/>
    public override IGrouping<TKey, TElement>? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, reader.Offset - 1, typeof(IGrouping<TKey, TElement>));
        var key = ReadKey(ref reader);
        var start = reader.Offset;
        var elements = Elements.Read<TElement>(ref reader) ?? throw PayloadFailure.OfNull(start, TypeText.Of(typeof(IGrouping<TKey, TElement>)));
        return new ReadGrouping<TKey, TElement>(key, elements);
    }

    private static TKey ReadKey(ref PayloadReader reader)
    {
        try
        {
            return reader.Read<TKey>();
        }
        catch (PayloadException error) when (PayloadFailure.Within(error, nameof(IGrouping<,>.Key)))
        {
            throw;
        }
    }
}
