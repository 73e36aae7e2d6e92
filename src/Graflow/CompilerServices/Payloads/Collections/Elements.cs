namespace Graflow.CompilerServices;

/// <summary>Reads the elements of collections.</summary>
internal static class Elements
{
    /// <summary>A count and so many elements; null for a null collection.</summary>
    internal static T[]? Read<T>(ref PayloadReader reader)
    {
        var codec = PayloadCodec<T>.Default;
        var count = reader.ReadCount(codec.MinimumSize);
        if (count <= 0)
        {
            return count < 0 ? null : [];
        }

        var elements = new T[count];
        codec.ReadAll(ref reader, elements);
        return elements;
    }
}
