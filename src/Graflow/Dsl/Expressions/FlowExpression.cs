namespace Graflow.Dsl;

/// <summary>A node of the tree that operators build. Identity is by reference; the plan compiler reads it.</summary>
internal abstract class FlowExpression
{
    /// <summary>Whether it takes <see cref="Unit"/>: what comes before it orders it and passes no value.</summary>
    internal abstract bool TakesUnit { get; }
}
