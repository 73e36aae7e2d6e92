using System.Globalization;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>Walks from a type to those that its payload holds, as <see cref="PayloadShapes"/> describe them.</summary>
internal static class TypePath
{
    /// <summary>Before the name of a type that has no codec.</summary>
    internal const char Unknown = PayloadShapes.Unknown;

    /// <summary>The types with a line of their own, and those without a codec, each with the shortest way to it, such as <c>Lines[].Price</c>.</summary>
    /// <param name="root">A type as shapes name it.</param>
    /// <param name="types">What each type looks like.</param>
    /// <param name="seen">The types that are not walked again.</param>
    internal static IEnumerable<(string Type, string Path)> Reach(string root, IReadOnlyDictionary<string, string> types, HashSet<string> seen)
    {
        var open = new Queue<(string Text, string Path)>([(root, "")]);
        while (open.TryDequeue(out var next))
        {
            var (text, path) = next;
            if (text.StartsWith(Unknown))
            {
                yield return (text, path.TrimStart('.'));
            }
            else if (types.TryGetValue(text, out var line))
            {
                if (seen.Add(text))
                {
                    yield return (text, path.TrimStart('.'));
                    EnqueueParts(WireLine.Parse(line)!, path, open);
                }
            }
            else
            {
                EnqueueInside(text, path, open);
            }
        }
    }

    private static void EnqueueParts(WireLine line, string path, Queue<(string Text, string Path)> open)
    {
        foreach (var part in line.Parts)
        {
            open.Enqueue((WithoutPlace(part.Type), line.Kind switch
            {
                '[' => $"{path}[]",
                '|' => $"{path}({part.Type})",
                _ => $"{path}.{part.Name}",
            }));
        }
    }

    /// <summary>Collections, tuples and the like, which have no name of their own.</summary>
    private static void EnqueueInside(string text, string path, Queue<(string Text, string Path)> open)
    {
        var start = text.AsSpan().IndexOfAny('(', '<', '[');
        if (text.EndsWith('?'))
        {
            open.Enqueue((text[..^1], path));
        }
        else if (start >= 0 && text.Length > start + 1)
        {
            var labels = text.AsSpan(0, start) switch
            {
                "Outcome" or "Lazy" => [".Value"],
                "Grouping" => [".Key", "[]"],
                _ => (string[])[],
            };
            var parts = text[start] == '[' ? [text[(start + 1)..^1]] : WireLine.Split(text[(start + 1)..^1], ',');
            foreach (var (index, part) in parts.Index())
            {
                open.Enqueue((part, path + (text[start] == '[' ? "[]" : index < labels.Length ? labels[index] : string.Create(CultureInfo.InvariantCulture, $".Item{index + 1}"))));
            }
        }
    }

    private static string WithoutPlace(string type) =>
        type.AsSpan().LastIndexOfAny('@', '*') is > 0 and var place && !type.AsSpan(place).ContainsAny(')', '>', ']') ? type[..place] : type;
}
