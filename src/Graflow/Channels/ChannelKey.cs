namespace Graflow;

/// <summary>A key that knows its type: <c>public static readonly ChannelKey&lt;int&gt; Total = new("total");</c>. Immutable.</summary>
/// <typeparam name="T">What the key holds.</typeparam>
public sealed class ChannelKey<T>
{
    /// <summary>Creates a key.</summary>
    /// <param name="name">The key's name; neither null nor empty, compared ordinally.</param>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public ChannelKey(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>The key's name.</summary>
    public override string ToString() => Name;
}
