using System.Globalization;
using System.Text;

namespace Graflow.Pictures;

/// <summary>Writes a picture as a Graphviz graph, such as <c>n0 -&gt; n1 [label="after", style=dotted];</c>.</summary>
internal static class DotWriter
{
    private const int MaxIndent = 20;

    internal static string Write(Picture picture)
    {
        var text = new StringBuilder("digraph {\n    node [shape=box, style=rounded];\n");
        picture.Nest(
            (box, depth) => Line(text, depth).Append(CultureInfo.InvariantCulture, $"subgraph cluster_{box} {{ label={Quoted([picture.Boxes[box].Label])};\n"),
            (vertex, depth) => Line(text, depth).Append(CultureInfo.InvariantCulture, $"n{vertex} [label={Quoted(picture.Vertices[vertex].Lines)}{Shape(picture.Vertices[vertex].Shape)}];\n"),
            depth => Line(text, depth).Append("}\n"));
        foreach (var edge in picture.Edges)
        {
            Line(text, 0).Append(CultureInfo.InvariantCulture, $"n{edge.From} -> n{edge.To}{Arrow(edge)};\n");
        }

        return text.Append("}\n").ToString();
    }

    private static StringBuilder Line(StringBuilder text, int depth) => text.Append(' ', 4 * (1 + Math.Min(depth, MaxIndent)));

    private static string Shape(PictureShape shape) => shape switch
    {
        PictureShape.Input or PictureShape.Value => ", shape=ellipse",
        PictureShape.Wait => ", shape=hexagon, style=solid",
        PictureShape.Join => ", shape=point",
        PictureShape.Target => ", style=\"rounded,dashed\"",
        _ => "",
    };

    private static string Arrow(PictureEdge edge)
    {
        var style = edge.Arrow switch
        {
            PictureArrow.Order => ", style=dotted",
            PictureArrow.Next => ", style=dashed, constraint=false",
            _ => "",
        };
        return edge.Label.Length == 0 ? "" : $" [label={Quoted([edge.Label])}{style}]";
    }

    private static string Quoted(string[] lines)
    {
        var text = new StringBuilder("\"");
        foreach (var (i, line) in lines.Index())
        {
            text.Append(i == 0 ? "" : "\\n");
            foreach (var c in line)
            {
                _ = c switch
                {
                    '"' or '\\' => text.Append('\\').Append(c),
                    // Graphviz reads HTML entities in plain labels.
                    '&' => text.Append("&amp;"),
                    _ when char.IsControl(c) => text.Append(' '),
                    _ => text.Append(c),
                };
            }
        }

        return text.Append('"').ToString();
    }
}
