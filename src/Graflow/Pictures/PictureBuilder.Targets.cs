using Graflow.CompilerServices;

namespace Graflow.Pictures;

internal sealed partial class PictureBuilder
{
    private readonly Queue<PictureBody> _bodies = [];

    /// <summary>Draws what bodies name in <c>Next.To</c>, and what the bodies of those name.</summary>
    private void AddTargets()
    {
        while (_bodies.TryDequeue(out var body))
        {
            foreach (var id in body.Node.Descriptor.NextTargets)
            {
                _edges.Add(new PictureEdge(body.Vertex, TargetOf(body, id), PictureArrow.Next, "next"));
            }
        }
    }

    /// <summary>A loop goes back to the vertex that the flow mentions; what no flow mentions gets a vertex beside the body that names it.</summary>
    private int TargetOf(PictureBody body, string id)
    {
        if (_tasks.TryGetValue((body.Scope, id), out var known) || _tasks.TryGetValue((body.Scope with { Path = "" }, id), out known))
        {
            return known;
        }

        var scope = body.Scope with { Path = "" };
        var node = GraflowRegistry.FindTask(id)?.Node();
        var vertex = AddVertex(PictureShape.Target, node is null ? [id] : PictureLabel.OfTask(id, node.EffectiveOptions, []), _vertices[body.Vertex].Box);
        _tasks.Add((scope, id), vertex);
        if (node is not null)
        {
            _bodies.Enqueue(new PictureBody(node, scope, vertex));
        }

        return vertex;
    }
}
