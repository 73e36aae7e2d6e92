using System.Globalization;
using System.Text;

namespace Graflow.Pictures;

/// <summary>Writes a picture as a Mermaid flowchart, such as <c>n0 --&gt;|"after"| n1</c>.</summary>
internal static class MermaidWriter
{
    private const int MaxIndent = 20;

    internal static string Write(Picture picture)
    {
        var text = new StringBuilder("flowchart TD\n");
        picture.Nest(
            (box, depth) => Line(text, depth).Append(CultureInfo.InvariantCulture, $"subgraph g{box} [{Quoted(picture.Boxes[box].Label)}]\n"),
            (vertex, depth) => Line(text, depth).Append(CultureInfo.InvariantCulture, $"n{vertex}{Shape(picture.Vertices[vertex])}\n"),
            depth => Line(text, depth).Append("end\n"));
        foreach (var edge in picture.Edges)
        {
            var arrow = edge.Arrow == PictureArrow.Next ? "-.->" : "-->";
            var label = edge.Label.Length == 0 ? "" : $"|{Quoted(edge.Label)}|";
            Line(text, 0).Append(CultureInfo.InvariantCulture, $"n{edge.From} {arrow}{label} n{edge.To}\n");
        }

        WriteTargets(text, picture.Vertices);
        return text.ToString();
    }

    private static void WriteTargets(StringBuilder text, IReadOnlyList<PictureVertex> vertices)
    {
        var targets = vertices.Index().Where(static vertex => vertex.Item.Shape == PictureShape.Target).Select(static vertex => $"n{vertex.Index}").ToList();
        if (targets.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    classDef target stroke-dasharray: 4\n    class {string.Join(',', targets)} target\n");
        }
    }

    private static StringBuilder Line(StringBuilder text, int depth) => text.Append(' ', 4 * (1 + Math.Min(depth, MaxIndent)));

    private static string Shape(PictureVertex vertex)
    {
        var label = $"\"{string.Join("<br/>", vertex.Lines.Select(Escaped))}\"";
        return vertex.Shape switch
        {
            PictureShape.Input or PictureShape.Value => $"([{label}])",
            PictureShape.Wait => $"{{{{{label}}}}}",
            PictureShape.Join => "((\" \"))",
            _ => $"[{label}]",
        };
    }

    private static string Quoted(string text) => $"\"{(text.Length == 0 ? " " : Escaped(text))}\"";

    // Mermaid has words, comments, directives and Markdown inside quotes too; only characters that mean nothing to any of them stay as they are.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && " ._-,/()[]".Contains((char)rune.Value, StringComparison.Ordinal)) || rune.Value == '·')
            {
                escaped.Append(rune);
            }
            else if (Rune.IsControl(rune))
            {
                escaped.Append(' ');
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return escaped.ToString();
    }
}
