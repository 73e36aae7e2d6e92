namespace Graflow.Pictures;

/// <summary>An output that something may take: the vertices that it comes from, and who takes it.</summary>
/// <param name="sources">Where it comes from, and what happens to it on the way.</param>
/// <param name="box">The box in which a join of the sources would stand.</param>
internal sealed class PicturePort(IReadOnlyList<(int Vertex, string Label)> sources, int box)
{
    internal IReadOnlyList<(int Vertex, string Label)> Sources { get; } = sources;

    internal int Box { get; } = box;

    /// <summary>Whether it is taken only when its sources fail.</summary>
    internal bool IsFailure { get; init; }

    internal List<(int Vertex, PictureArrow Arrow)> Consumers { get; } = [];

    internal IEnumerable<(int Vertex, string Label)> Labelled(string label) => Sources.Select(source =>
        (source.Vertex, source.Label.Length == 0 || source.Label == label ? label : $"{source.Label}, {label}"));
}
