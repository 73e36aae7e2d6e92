namespace Graflow;

/// <summary>A channel's key holds another type than the one asked for.</summary>
public sealed class ChannelTypeException : GraflowException
{
    internal ChannelTypeException(string key, string found, string expected)
        : base($"The channel's key '{key}' holds {found}, not {expected}. Read it as {found}, or use another key; a ChannelKey<T> makes one type of all uses.")
    {
        Key = key;
        Found = found;
        Expected = expected;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The type of what the key holds, with its namespace: a name, since another process may have stored it.</summary>
    public string Found { get; }

    /// <summary>The type that was asked for, with its namespace.</summary>
    public string Expected { get; }
}
