namespace Graflow;

/// <summary>A channel's key was read without a default, and does not exist.</summary>
public sealed class ChannelKeyNotFoundException : GraflowException
{
    internal ChannelKeyNotFoundException(string key)
        : base($"The channel has no key '{key}': nobody set it, or it was deleted or has expired. Set it before it is read, or read it with a default: GetAsync(\"{key}\", defaultValue).")
    {
        Key = key;
    }

    /// <summary>The key.</summary>
    public string Key { get; }
}
