using System.Runtime.CompilerServices;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>The types of a compilation as payloads, each read once however many tasks take it.</summary>
internal sealed class PayloadGraph
{
    private static readonly ConditionalWeakTable<Compilation, PayloadGraph> Known = new();

    private readonly NodeReader _reader;
    private readonly Dictionary<ITypeSymbol, PayloadNode> _nodes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, INamedTypeSymbol> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<ITypeSymbol, PayloadReadingModel> _readings = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<IReadOnlyList<ITypeSymbol?>, EquatableArray<CodecModel>> _signatures = new(TypeListComparer.Instance);

    private readonly Compilation _compilation;

    private PayloadGraph(Compilation compilation)
    {
        _compilation = compilation;
        _reader = new NodeReader(compilation);
    }

    public static PayloadGraph Of(Compilation compilation) => Known.GetValue(compilation, static compilation => new PayloadGraph(compilation));

    /// <summary>What the type and all that its values hold need to leave the process, or why they cannot.</summary>
    public PayloadReadingModel Read(ITypeSymbol type)
    {
        lock (_nodes)
        {
            if (!_readings.TryGetValue(type, out var reading))
            {
                reading = Walk(type);
                _readings.Add(type, reading);
            }

            return reading;
        }
    }

    /// <summary>The codecs of several types and of all that they reach; a type that cannot leave the process is left out.</summary>
    public EquatableArray<CodecModel> Read(IEnumerable<ITypeSymbol> types)
    {
        var codecs = new SortedDictionary<string, CodecModel>(StringComparer.Ordinal);
        foreach (var codec in types.SelectMany(type => Read(type).Codecs))
        {
            codecs[codec.Type.Type] = codec;
        }

        return codecs.Count == 0 ? default : codecs.Values.ToEquatableArray();
    }

    /// <summary>The codecs of a method's types, which are asked for only if no other method has the same signature.</summary>
    public EquatableArray<CodecModel> Read(IReadOnlyList<ITypeSymbol?> signature, Func<IReadOnlyList<ITypeSymbol?>, Compilation, IEnumerable<ITypeSymbol>> types)
    {
        lock (_nodes)
        {
            if (!_signatures.TryGetValue(signature, out var codecs))
            {
                codecs = Read(types(signature, _compilation));
                _signatures.Add(signature, codecs);
            }

            return codecs;
        }
    }

    /// <summary>The enum of a codec that was read before; null for another type. Its members are no part of the codec, which copies a number.</summary>
    public INamedTypeSymbol? EnumOf(CodecModel codec)
    {
        lock (_nodes)
        {
            return _enums.TryGetValue(codec.Type.Type, out var type) ? type : null;
        }
    }

    private PayloadReadingModel Walk(ITypeSymbol root)
    {
        var codecs = new SortedDictionary<string, CodecModel>(StringComparer.Ordinal);
        var problems = new List<PayloadProblem>();
        var isComplete = true;
        foreach (var (node, path) in Reach(root))
        {
            isComplete &= node.Codec is not null;
            problems.AddRange(node.Problems.Select(problem => problem with { Path = path + problem.Path.Substring(node.Text.Length) }));
            if (node.Codec is { IsKnown: false } codec)
            {
                codecs[codec.Type.Type] = CodecModels.Intern(codec);
            }
        }

        if (problems.Count == 0)
        {
            problems.AddRange(Cycles(root));
        }

        return isComplete && problems.Count == 0
            ? new PayloadReadingModel(codecs.Values.ToEquatableArray(), default)
            : new PayloadReadingModel(default, problems.ToEquatableArray());
    }

    /// <summary>All types, nearest first, so that each path is the shortest.</summary>
    private IEnumerable<(PayloadNode Node, string Path)> Reach(ITypeSymbol root)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { root };
        var queue = new Queue<(PayloadNode Node, string Path)>();
        queue.Enqueue((NodeOf(root), NodeOf(root).Text));
        while (queue.Count > 0)
        {
            var (node, path) = queue.Dequeue();
            yield return (node, path);
            foreach (var edge in node.Edges)
            {
                if (seen.Add(edge.Type))
                {
                    queue.Enqueue((NodeOf(edge.Type), path + edge.Label));
                }
            }
        }
    }

    private PayloadNode NodeOf(ITypeSymbol type)
    {
        if (!_nodes.TryGetValue(type, out var node))
        {
            node = TypeSize.IsBounded(type) ? _reader.Read(type) : Endless(type);
            _nodes.Add(type, node);
            if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named)
            {
                _enums[PayloadTypeReader.TextOf(type)] = named;
            }
        }

        return node;
    }

    /// <summary>A generic type that holds itself with ever larger arguments.</summary>
    private static PayloadNode Endless(ITypeSymbol type)
    {
        var name = type.Name;
        return new PayloadNode(type, name, new PayloadProblem(PayloadProblemKind.Cycle, name, name, "holds itself with ever larger type arguments, so that its codecs would never end; give it arguments that stay the same"));
    }

    /// <summary>The values that hold themselves in any case, each cycle once.</summary>
    private IEnumerable<PayloadProblem> Cycles(ITypeSymbol root)
    {
        var reported = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var (node, path) in Reach(root))
        {
            if (!reported.Contains(node.Type) && FindCycle(node, reported) is { } cycle)
            {
                yield return new PayloadProblem(PayloadProblemKind.Cycle, path + cycle, node.Text, $"holds another '{node.Text}' in any case, so that no value of it ends; let a member be null, or hold a list");
            }
        }
    }

    private string? FindCycle(PayloadNode start, HashSet<ITypeSymbol> reported)
    {
        var from = new Dictionary<ITypeSymbol, (PayloadNode Node, string Path)>(SymbolEqualityComparer.Default);
        var queue = new Queue<(PayloadNode Node, string Path)>();
        queue.Enqueue((start, ""));
        while (queue.Count > 0)
        {
            var (node, path) = queue.Dequeue();
            foreach (var edge in node.Edges.Where(static edge => edge.IsCertain))
            {
                if (SymbolEqualityComparer.Default.Equals(edge.Type, start.Type))
                {
                    for (var step = node; step != start; step = from[step.Type].Node)
                    {
                        reported.Add(step.Type);
                    }

                    reported.Add(start.Type);
                    return path + edge.Label;
                }

                var next = NodeOf(edge.Type);
                if (next.Edges.Count > 0 && !from.ContainsKey(edge.Type))
                {
                    from.Add(edge.Type, (node, path));
                    queue.Enqueue((next, path + edge.Label));
                }
            }
        }

        return null;
    }
}
