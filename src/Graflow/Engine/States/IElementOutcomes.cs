namespace Graflow.Engine;

/// <summary>Reads what became of one task in all elements of a map.</summary>
internal interface IElementOutcomes
{
    /// <returns>Whether the task stands in the map's body.</returns>
    bool TryCollect<T>(TaskNode node, List<Outcome<T>> outcomes);
}
