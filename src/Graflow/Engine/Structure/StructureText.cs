using System.Globalization;
using System.Text;
using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>
/// A structure as text, one line for each vertex and each type:
/// <code>
/// graflow 1
/// plan 2
/// input → name → values;orders → takes → yields → rule → body     (→ is a tab; empty ends are left out)
/// task → Orders.Fetch → 0 → int → Shop.Order
/// types
/// Shop.Order(Id:int,Lines:[Shop.Line])
/// </code>
/// </summary>
internal static class StructureText
{
    private const string Header = "graflow 1";
    private const string Plan = "plan ";
    private const string Types = "types";
    private const int Fields = 7;

    internal static string Write(IEnumerable<StructureSection> plans, IReadOnlyDictionary<string, string> types)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var plan in plans)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Plan}{plan.Output}\n");
            foreach (var vertex in plan.Vertices)
            {
                text.Append(LineOf(vertex)).Append('\n');
            }
        }

        text.Append(Types).Append('\n');
        foreach (var line in types.Values)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">The text is something else.</exception>
    internal static (IReadOnlyList<StructureSection> Plans, IReadOnlyDictionary<string, string> Types) Read(string text)
    {
        var lines = text.Split('\n');
        if (lines[0] != Header)
        {
            throw new FormatException($"The flow's structure was written by a newer version: it begins with \"{lines[0]}\", not with \"{Header}\". Update this program first.");
        }

        var plans = new List<StructureSection>();
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var index = 1;
        while (LineAt(lines, index) != Types)
        {
            var vertices = new List<VertexStructure>();
            plans.Add(new StructureSection(int.Parse(lines[index++].AsSpan(Plan.Length), CultureInfo.InvariantCulture), vertices));
            for (; LineAt(lines, index) != Types && !lines[index].StartsWith(Plan, StringComparison.Ordinal); index++)
            {
                vertices.Add(VertexOf(lines[index]));
            }
        }

        for (index++; index < lines.Length - 1; index++)
        {
            var type = WireLine.Parse(lines[index]) ?? throw new FormatException($"\"{lines[index]}\" is no type of a flow's structure.");
            types.Add(type.Type, lines[index]);
        }

        return (plans, types);
    }

    /// <summary>A vertex as it is compared and shown.</summary>
    internal static string LineOf(VertexStructure vertex)
    {
        string[] fields =
        [
            vertex.Kind,
            Escape(vertex.Name),
            $"{string.Join(',', vertex.Values)}{(vertex.Orders.Count > 0 ? ";" : "")}{string.Join(',', vertex.Orders)}",
            vertex.Input,
            vertex.Output,
            Escape(vertex.Rule),
            vertex.BodyIndex < 0 ? "" : vertex.BodyIndex.ToString(CultureInfo.InvariantCulture),
        ];
        return string.Join('\t', fields).TrimEnd('\t');
    }

    private static string LineAt(string[] lines, int index) =>
        index < lines.Length ? lines[index] : throw new FormatException("The flow's structure ends before its types.");

    private static VertexStructure VertexOf(string line)
    {
        var fields = line.Split('\t');
        if (fields.Length > Fields)
        {
            throw new FormatException($"\"{line}\" is no vertex of a flow's structure.");
        }

        Array.Resize(ref fields, Fields);
        var edges = (fields[2] ?? "").Split(';');
        return new VertexStructure
        {
            Kind = fields[0],
            Name = Unescape(fields[1] ?? ""),
            Values = Numbers(edges[0]),
            Orders = edges.Length > 1 ? Numbers(edges[1]) : [],
            Input = fields[3] ?? "",
            Output = fields[4] ?? "",
            Rule = Unescape(fields[5] ?? ""),
            BodyIndex = fields[6] is { Length: > 0 } body ? int.Parse(body, CultureInfo.InvariantCulture) : -1,
        };
    }

    private static int[] Numbers(string text) =>
        text.Length == 0 ? [] : Array.ConvertAll(text.Split(','), static number => int.Parse(number, CultureInfo.InvariantCulture));

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch
            {
                't' => '\t',
                'n' => '\n',
                var other => other,
            });
        }

        return result.ToString();
    }
}
