namespace Graflow.Engine;

/// <summary>The elements of a map, for those who look through a run.</summary>
internal interface IMapState
{
    /// <summary>The elements that have begun; null for others. Empty where the run uses frames again.</summary>
    Frame?[] Frames { get; }

    /// <summary>Whether the elements are known and all of them have begun.</summary>
    bool HasBegunAll { get; }
}
