namespace Graflow.Generators.Flows;

/// <summary>A policy as it is written.</summary>
/// <param name="Text">As the run time writes it.</param>
internal sealed record PolicyTerm(string Text)
{
    /// <summary>What <c>AtLeast</c> asks for; null for other policies.</summary>
    public int? Count { get; init; }

    /// <summary>What <c>Critical</c> names; null for other policies.</summary>
    public IReadOnlyList<string>? Tasks { get; init; }
}
