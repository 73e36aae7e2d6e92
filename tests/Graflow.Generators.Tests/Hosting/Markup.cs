using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>A source with places marked as <c>[|here|]</c>.</summary>
internal sealed record Markup(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Markup Parse(string marked)
    {
        var (text, spans, start) = (new StringBuilder(), new List<TextSpan>(), 0);
        for (var i = 0; i < marked.Length; i++)
        {
            var two = i + 1 < marked.Length ? marked.Substring(i, 2) : "";
            if (two == "[|")
            {
                start = text.Length;
                i++;
            }
            else if (two == "|]")
            {
                spans.Add(TextSpan.FromBounds(start, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new Markup(text.ToString(), spans);
    }
}
