namespace Graflow;

/// <summary>A policy under which every branch must succeed: <see cref="GroupPolicy.Strict"/> or <see cref="GroupPolicy.FailFast"/>.</summary>
public sealed class StrictPolicy : GroupPolicy
{
    private readonly string _name;

    internal StrictPolicy(string name, bool cancelsOnFailure)
    {
        _name = name;
        CancelsOnFailure = cancelsOnFailure;
    }

    internal bool CancelsOnFailure { get; }

    /// <summary>The policy's name.</summary>
    public override string ToString() => _name;
}
