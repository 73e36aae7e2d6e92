namespace Graflow.Runs;

/// <summary>A plan as a log describes it, whatever the program has by now.</summary>
internal sealed class StoredPlan : RecordedPlan
{
    private readonly PlanStructure _structure;
    private readonly SectionView _section;
    private readonly Vertex?[] _vertices;

    private StoredPlan(PlanStructure structure, int section)
    {
        _structure = structure;
        _section = new SectionView(structure.Plans[section]);
        _vertices = new Vertex?[_section.Vertices.Count];
    }

    internal override IReadOnlyList<string> TaskIds => field ??= [.. Enumerable.Range(0, _vertices.Length).SelectMany(index => _section.Vertices[index] switch
    {
        { BodyIndex: >= 0 } => BodyOf(index).TaskIds,
        var vertex => HasEvents(vertex) ? [vertex.Name] : Enumerable.Empty<string>(),
    }).Distinct()];

    internal override IReadOnlyList<string> OwnTaskIds => field ??= [.. _section.Vertices.Where(HasEvents).Select(static vertex => vertex.Name)];

    /// <exception cref="FormatException">The text is none that this version, or an older one, wrote.</exception>
    internal static StoredPlan Parse(string structure) => new(PlanStructure.Parse(structure), section: 0);

    internal override Vertex VertexAt(int index)
    {
        if (index >= _vertices.Length)
        {
            return Unknown.VertexAt(index);
        }

        return _vertices[index] ??= new RecordedVertex(index, _section.LabelOf(index));
    }

    internal override RecordedPlan BodyOf(int map) =>
        map < _vertices.Length && _section.Vertices[map].BodyIndex is >= 0 and var body ? new StoredPlan(_structure, body) : Unknown;

    private static bool HasEvents(VertexStructure vertex) => vertex.Kind is VertexKinds.Task or VertexKinds.Wait or VertexKinds.Delay;
}
