using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text;
using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>
/// What a resumed run relies on of its flow: vertices, edges, policies, and what payloads look like. Equal flows have the same text in every process, whatever
/// the machine; names and types stand for what they are, functions by their places. Linear in the size of the plan, without recursion.
/// </summary>
internal sealed class PlanStructure
{
    private PlanStructure(IReadOnlyList<StructureSection> plans, IReadOnlyDictionary<string, string> types, string text)
    {
        (Plans, Types, Text) = (plans, types, text);
    }

    /// <summary>The flow's plan, then those of <c>ForEach</c> bodies in the order in which they are met.</summary>
    internal IReadOnlyList<StructureSection> Plans { get; }

    /// <summary>What each type with a name of its own looks like, by the name.</summary>
    internal IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>Why types have no codec, by what stands for them; empty in a structure that was read.</summary>
    internal IReadOnlyDictionary<string, NotSerializableException> Unknown { get; private init; } = ReadOnlyDictionary<string, NotSerializableException>.Empty;

    /// <summary>The whole, as it is recorded.</summary>
    internal string Text { get; }

    /// <summary>The text in few bytes.</summary>
    internal byte[] Packed => field ??= PackedText.Pack(Text);

    /// <summary>128 bits of the text's SHA-256 in lower case.</summary>
    internal string Hash => field ??= HashOf(Text);

    /// <summary>The hash of a structure that was recorded.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    internal static PlanStructure Of(FlowPlan plan)
    {
        var shapes = new PayloadShapes();
        var plans = new List<FlowPlan> { plan };
        var sections = new List<StructureSection>();
        for (var i = 0; i < plans.Count; i++)
        {
            var vertices = Array.ConvertAll(plans[i].Vertices, vertex => vertex.Structure(shapes, isEnd: i == 0 && vertex.Index == plan.Output));
            for (var v = 0; v < vertices.Length; v++)
            {
                if (vertices[v].Body is { } body)
                {
                    vertices[v] = vertices[v] with { Body = null, BodyIndex = plans.Count };
                    plans.Add(body);
                }
            }

            sections.Add(new StructureSection(plans[i].Output, vertices));
        }

        return new PlanStructure(sections, shapes.Lines, StructureText.Write(sections, shapes.Lines)) { Unknown = shapes.Problems };
    }

    /// <exception cref="FormatException">The text is none that this version, or an older one, wrote.</exception>
    internal static PlanStructure Parse(string text)
    {
        var (plans, types) = StructureText.Read(text);
        return new PlanStructure(plans, types, text);
    }
}
