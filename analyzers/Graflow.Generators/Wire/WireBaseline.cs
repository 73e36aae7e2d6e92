using System.Collections.Immutable;
using Graflow.Payloads;
using Microsoft.CodeAnalysis.Text;

namespace Graflow.Generators.Wire;

/// <summary>The shapes that payloads of a project had when its file was last brought up to date. Empty lines and those that begin with <c>#</c> say nothing.</summary>
internal sealed class WireBaseline
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".wire.txt";

    private readonly Dictionary<string, (WireLine Line, TextLine Place)> _lines = new(StringComparer.Ordinal);

    private WireBaseline(SourceText text)
    {
        var problems = ImmutableArray.CreateBuilder<(TextLine, string)>();
        foreach (var place in text.Lines)
        {
            var content = ContentOf(place);
            if (content.Length == 0)
            {
                continue;
            }

            if (WireLine.Parse(content) is not { } line)
            {
                problems.Add((place, $"'{content}' is no wire shape, which looks like 'Shop.Order(Id:int,Lines:[Shop.Line])'; restore the line as it was committed, or delete it"));
            }
            else if (_lines.TryGetValue(line.Type, out var known))
            {
                problems.Add((place, $"'{line.Type}' has a line already, line {known.Place.LineNumber + 1}; keep the one that payloads were written by"));
            }
            else
            {
                _lines.Add(line.Type, (line, place));
            }
        }

        Problems = problems.ToImmutable();
    }

    /// <summary>Lines that describe no type, each with what is wrong.</summary>
    public ImmutableArray<(TextLine Place, string Reason)> Problems { get; }

    public static WireBaseline Read(SourceText text) => new(text);

    public static bool Is(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    public WireLine? LineOf(string type) => _lines.TryGetValue(type, out var line) ? line.Line : null;

    public TextSpan? PlaceOf(string type) => _lines.TryGetValue(type, out var line) ? line.Place.Span : null;

    /// <summary>The file with the lines in place of those of the same types; new ones go where they belong in the order.</summary>
    public static SourceText Update(SourceText text, IEnumerable<string> lines)
    {
        var end = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        var result = text.Lines.Select(static line => line.ToString()).ToList();
        while (result.Count > 0 && result[result.Count - 1].Length == 0)
        {
            result.RemoveAt(result.Count - 1);
        }

        foreach (var line in lines.Distinct(StringComparer.Ordinal))
        {
            Put(line, result);
        }

        return SourceText.From(string.Concat(result.Select(line => line + end)), text.Encoding, text.ChecksumAlgorithm);
    }

    private static void Put(string line, List<string> lines)
    {
        var type = WireLine.Parse(line)?.Type;
        var place = lines.FindIndex(other => WireLine.Parse(other.Trim())?.Type == type);
        if (place >= 0)
        {
            lines[place] = line;
            return;
        }

        place = lines.FindIndex(other => WireLine.Parse(other.Trim()) is { } known && StringComparer.Ordinal.Compare(known.Text, line) > 0);
        lines.Insert(place < 0 ? lines.Count : place, line);
    }

    private static string ContentOf(TextLine line) => line.ToString().Trim() is var text && text.StartsWith("#", StringComparison.Ordinal) ? "" : text;
}
