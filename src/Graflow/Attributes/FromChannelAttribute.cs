namespace Graflow;

/// <summary>Takes a task's parameter from the run's channel. An absent key gives the parameter's default value if it has one, else the attempt fails.</summary>
/// <param name="key">The channel's key; the parameter's name by default.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromChannelAttribute(string? key = null) : Attribute
{
    /// <summary>The channel's key; null means the parameter's name.</summary>
    public string? Key { get; } = key;
}
