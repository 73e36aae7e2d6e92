using System.Globalization;

namespace Graflow.Engine;

/// <summary>One plan of a structure with what a comparison asks of it.</summary>
internal sealed class SectionView
{
    private const int MaxDepth = 4;
    private const int MaxParts = 4;

    internal SectionView(StructureSection section)
    {
        Vertices = section.Vertices;
        Output = section.Output;
        for (var i = 0; i < Vertices.Count; i++)
        {
            if (Vertices[i].IsTask)
            {
                Tasks.TryAdd(Vertices[i].Name, i);
            }
        }
    }

    internal IReadOnlyList<VertexStructure> Vertices { get; }

    internal int Output { get; }

    internal VertexStructure End => Vertices[Output];

    /// <summary>Where each task is, in plan order.</summary>
    internal Dictionary<string, int> Tasks { get; } = [];

    /// <summary>A vertex for people: a task by its id, what nobody named by what goes in.</summary>
    internal string LabelOf(int index) => LabelOf(index, MaxDepth);

    /// <summary>All that a vertex's number stands for, without types; null beyond the end.</summary>
    internal string? StepAt(int index) =>
        index < Vertices.Count ? StructureText.LineOf(Vertices[index] with { Name = Vertices[index].IsKnownByName ? Vertices[index].Name : "", Input = "", Output = "", BodyIndex = -1 }) : null;

    private string LabelOf(int index, int depth)
    {
        var vertex = Vertices[index];
        return vertex switch
        {
            { Kind: VertexKinds.Input } => "the flow's input",
            { Name.Length: > 0 } => vertex.Name,
            { Kind: VertexKinds.Bind } => "a bound value",
            _ when depth == 0 => "…",
            { Kind: VertexKinds.Group } => $"({Parts(vertex, " | ", depth)})",
            { Kind: VertexKinds.First } => $"({Parts(vertex, " | ", depth)}).First()",
            { Kind: VertexKinds.OrElse } => $"({Parts(vertex, " or else ", depth)})",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Parts(vertex, ", ", depth)}.{SuffixOf(vertex.Kind)}"),
        };
    }

    private string Parts(VertexStructure vertex, string separator, int depth) =>
        string.Join(separator, vertex.Values.Take(MaxParts).Select(value => LabelOf(value, depth - 1))) + (vertex.Values.Count > MaxParts ? $"{separator}…" : "");

    private static string SuffixOf(string kind) => kind switch
    {
        VertexKinds.Select => "Select",
        VertexKinds.Try => "Try",
        VertexKinds.Gate => "OrElse",
        VertexKinds.Within => "Within",
        VertexKinds.Map => "ForEach",
        VertexKinds.Delay => "Delay",
        _ => kind,
    };
}
