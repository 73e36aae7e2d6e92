namespace Graflow;

/// <summary>What happened to a key.</summary>
public enum ChannelChangeKind
{
    /// <summary>It was given a value: set, added, updated, incremented or appended to.</summary>
    Set,

    /// <summary>It was removed.</summary>
    Deleted,

    /// <summary>Its time to live ended.</summary>
    Expired,
}
