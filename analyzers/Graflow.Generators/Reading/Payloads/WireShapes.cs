using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Models.Payloads;
using Graflow.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>The shapes of all that a project's tasks, workflows, <c>[Payload]</c> channel and signal calls reach: the types that the generator makes codecs of.</summary>
internal static class WireShapes
{
    /// <summary>By <see cref="KeyOf(string)"/>: a generic type has a line for each of its uses.</summary>
    public static ILookup<string, WireLine> Of(Compilation compilation, CancellationToken ct)
    {
        var codecs = new SortedDictionary<string, CodecModel>(StringComparer.Ordinal);
        foreach (var codec in Declared(compilation.Assembly.GlobalNamespace, compilation, ct)
            .Concat(PayloadRoots.OfAttributes(compilation.Assembly, PayloadAttributes(compilation.Assembly)).CodecsIn(compilation))
            .Concat(CallRoots(compilation, ct).CodecsIn(compilation)))
        {
            codecs[codec.Type.Type] = codec;
        }

        var graph = PayloadGraph.Of(compilation);
        return codecs
            .Select(codec => (codec.Key, Line: (graph.EnumOf(codec.Value) is { } type ? EnumShape.Of(type) : WireShape.Of(codec.Value)) is { } text ? WireLine.Parse(text) : null))
            .Where(static shape => shape.Line is not null)
            .ToLookup(static shape => KeyOf(shape.Key), static shape => shape.Line!, StringComparer.Ordinal);
    }

    public static string KeyOf(INamedTypeSymbol type) => KeyOf(PayloadTypeReader.TextOf(type));

    /// <summary>A type's name with the number of its arguments in their place.</summary>
    private static string KeyOf(string type)
    {
        var (key, depth, count) = (new System.Text.StringBuilder(type.Length), 0, 1);
        foreach (var letter in type)
        {
            switch (letter)
            {
                case '<':
                    count = depth++ == 0 ? 1 : count;
                    break;
                case '>':
                    key.Append(--depth == 0 ? $"`{count}" : "");
                    break;
                case ',' or '(' when depth > 0:
                    count += letter == ',' && depth == 1 ? 1 : 0;
                    break;
                default:
                    key.Append(depth == 0 ? letter.ToString() : "");
                    break;
            }
        }

        return key.ToString();
    }

    private static IEnumerable<CodecModel> Declared(INamespaceOrTypeSymbol container, Compilation compilation, CancellationToken ct)
    {
        foreach (var member in container.GetMembers())
        {
            ct.ThrowIfCancellationRequested();
            if (member is INamespaceOrTypeSymbol inner)
            {
                var own = inner is INamedTypeSymbol type && !GeneratedTree.IsOnlyIn(type) ? OfType(type, compilation, ct) : [];
                foreach (var codec in own.Concat(Declared(inner, compilation, ct)))
                {
                    yield return codec;
                }
            }
        }
    }

    private static IEnumerable<CodecModel> OfType(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
    {
        var workflows = type.GetMembers().Where(static member => member.Find("WorkflowAttribute") is not null).SelectMany(PayloadRoots.OfWorkflow);
        var roots = PayloadRoots.OfAttributes(type, PayloadAttributes(type)).Concat(workflows).CodecsIn(compilation);
        return TaskContainer.Of(type).Tasks
            .SelectMany(task => TaskReader.Read(task.Method, compilation, new ProblemList(), ct) is { } model ? TaskPayloads.Read(task.Method, model, compilation) : default)
            .Concat(roots);
    }

    private static IEnumerable<PayloadRoot> CallRoots(Compilation compilation, CancellationToken ct)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(static tree => !GeneratedTree.Contains(tree)))
        {
            SemanticModel? semantics = null;
            foreach (var call in tree.GetRoot(ct).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(PayloadCalls.MayBe))
            {
                semantics ??= compilation.GetSemanticModel(tree);
                if (PayloadCalls.Read(call, semantics, ct) is { } root)
                {
                    yield return root;
                }
            }
        }
    }

    private static IEnumerable<AttributeData> PayloadAttributes(ISymbol target) =>
        target.GetAttributes().Where(static attribute => attribute.AttributeClass.Is("Graflow", "PayloadAttribute"));
}
