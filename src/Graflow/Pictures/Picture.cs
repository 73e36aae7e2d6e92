namespace Graflow.Pictures;

/// <summary>A flow as vertices, arrows and nested boxes, in the order in which the flow mentions them.</summary>
internal sealed record Picture(IReadOnlyList<PictureVertex> Vertices, IReadOnlyList<PictureEdge> Edges, IReadOnlyList<PictureBox> Boxes)
{
    /// <summary>Writes boxes and vertices, nested, without recursion: groups may nest deeper than the stack.</summary>
    internal void Nest(Action<int, int> open, Action<int, int> vertex, Action<int> close)
    {
        var (contents, boxes) = (new List<int>[Boxes.Count + 1], new List<int>[Boxes.Count + 1]);
        for (var i = 0; i <= Boxes.Count; i++)
        {
            (contents[i], boxes[i]) = ([], []);
        }

        for (var i = 0; i < Vertices.Count; i++)
        {
            contents[Vertices[i].Box + 1].Add(i);
        }

        for (var i = Boxes.Count - 1; i >= 0; i--)
        {
            // A box whose tasks were all drawn elsewhere has nothing to show.
            if (contents[i + 1].Count + boxes[i + 1].Count > 0)
            {
                boxes[Boxes[i].Parent + 1].Insert(0, i);
            }
        }

        Walk(contents, boxes, open, vertex, close);
    }

    private static void Walk(List<int>[] contents, List<int>[] boxes, Action<int, int> open, Action<int, int> vertex, Action<int> close)
    {
        var path = new Stack<(int Box, int Next)>([(-1, 0)]);
        contents[0].ForEach(index => vertex(index, 0));
        while (path.TryPop(out var top))
        {
            if (top.Next < boxes[top.Box + 1].Count)
            {
                var child = boxes[top.Box + 1][top.Next];
                path.Push(top with { Next = top.Next + 1 });
                open(child, path.Count - 1);
                contents[child + 1].ForEach(index => vertex(index, path.Count));
                path.Push((child, 0));
            }
            else if (top.Box >= 0)
            {
                close(path.Count - 1);
            }
        }
    }
}
