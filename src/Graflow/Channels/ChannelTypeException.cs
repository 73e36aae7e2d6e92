namespace Graflow;

/// <summary>A channel's key holds another type than the one asked for.</summary>
public sealed class ChannelTypeException : GraflowException
{
    internal ChannelTypeException(string key, Type found, Type expected)
        : base($"The channel's key '{key}' holds {found}, not {expected}. Read it as {found}, or use another key; a ChannelKey<T> makes one type of all uses.")
    {
        Key = key;
        Found = found;
        Expected = expected;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The type of what the key holds.</summary>
    public Type Found { get; }

    /// <summary>The type that was asked for.</summary>
    public Type Expected { get; }
}
