namespace Graflow;

/// <summary>What every error of Graflow carries, whichever class it has to derive from.</summary>
public interface IGraflowError
{
    /// <summary>The rule that was broken, such as <c>GRF101</c>, the same id that the analyzer reports; null where no rule exists.</summary>
    string? Id { get; }

    /// <summary>The page that explains the rule; null where no rule exists.</summary>
    string? HelpLink { get; }
}
