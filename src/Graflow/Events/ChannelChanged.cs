namespace Graflow;

/// <summary>A key of the run's channel changed. Events never carry values.</summary>
public sealed class ChannelChanged : RunEvent
{
    /// <summary>The key.</summary>
    public string Key { get; internal init; } = "";

    /// <summary>What happened to it.</summary>
    public ChannelChangeKind Change { get; internal init; }
}
