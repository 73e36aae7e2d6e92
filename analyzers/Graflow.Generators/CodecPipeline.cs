using Graflow.Generators.Emitting;
using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Kept;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators;

/// <summary>The generator's steps from types that leave the process to their codecs.</summary>
internal static class CodecPipeline
{
    private static readonly KeptReadings<EquatableArray<CodecModel>> Attributes = new();
    private static readonly KeptReadings<CallReading> Calls = new();
    private static readonly CallReading None = new(default, null);

    /// <summary>The codecs of all that tasks, workflows, <c>[Payload]</c> and channel calls reach, each once.</summary>
    public static IncrementalValueProvider<CodecListModel> Collect(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EquatableArray<CodecModel>> ofTasks,
        IncrementalValuesProvider<EquatableArray<CodecModel>> ofWorkflows)
    {
        var ofAttributes = context.SyntaxProvider.ForAttributeWithMetadataName(
            WellKnown.PayloadAttribute,
            static (_, _) => true,
            static (target, _) => Attributes.Of(target.TargetNode, target.SemanticModel.Compilation, () =>
                PayloadRoots.OfAttributes(target.TargetSymbol, target.Attributes).CodecsIn(target.SemanticModel.Compilation)));
        var calls = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => PayloadCalls.MayBe(node),
            static (call, ct) => Calls.Of(call.Node, call.SemanticModel.Compilation, () => ReadCall(call, ct)));
        var ofCalls = calls.Select(static (call, _) => call.Codecs);
        var waits = calls
            .Where(static call => call.Wait is not null)
            .Collect()
            .Select(static (calls, _) => calls.Select(static call => call.Wait!).Distinct().OrderBy(static wait => wait.Type, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Waits);
        return Gather(ofTasks).Combine(Gather(ofWorkflows)).Combine(Gather(ofAttributes)).Combine(Gather(ofCalls)).Combine(waits)
            .Select(static (parts, _) => Merge(parts.Right, parts.Left.Left.Left.Left, parts.Left.Left.Left.Right, parts.Left.Left.Right, parts.Left.Right))
            .WithTrackingName(TrackingNames.CodecList);
    }

    /// <summary>A file for each codec, and one that registers them.</summary>
    public static void Emit(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<CodecListModel> list)
    {
        var slots = list
            .SelectMany(static (list, _) => CodecSlots.Of(list.Codecs))
            .Where(static slot => slot.Count > 0)
            .WithTrackingName(TrackingNames.Codecs);
        var clashes = list
            .Select(static (list, _) => HintNames.FindClashes([.. list.Codecs.Where(CodecEmitter.HasFile).Select(CodecEmitter.HintName)]));
        context.RegisterSourceOutput(slots.Combine(clashes), static (output, pair) =>
        {
            foreach (var codec in pair.Left)
            {
                output.AddSource(HintNames.FileFor(CodecEmitter.HintName(codec), pair.Right), CodecEmitter.Emit(codec));
            }
        });
        context.RegisterSourceOutput(list.Select(static (list, _) => CodecListEmitter.EntriesOf(list)).WithTrackingName(TrackingNames.CodecEntries), static (output, entries) =>
        {
            if (!entries.IsEmpty)
            {
                output.AddSource("Graflow.Codecs.g.cs", CodecListEmitter.Emit(entries));
            }
        });
    }

    private static IncrementalValueProvider<EquatableArray<CodecModel>> Gather(IncrementalValuesProvider<EquatableArray<CodecModel>> codecs) =>
        codecs
            .Where(static codecs => codecs.Count > 0)
            .Collect()
            .Select(static (all, _) => Distinct(all.SelectMany(static codecs => codecs)))
            .WithTrackingName(TrackingNames.ReachedCodecs);

    private static CallReading ReadCall(GeneratorSyntaxContext call, CancellationToken ct)
    {
        if (PayloadCalls.Read((InvocationExpressionSyntax)call.Node, call.SemanticModel, ct) is not { } root)
        {
            return None;
        }

        var compilation = call.SemanticModel.Compilation;
        var reading = PayloadGraph.Of(compilation).Read(root.Type);
        var canLeave = reading.Problems.Count == 0 && !TypeProblems.IsMissing(root.Type);
        return new CallReading(
            reading.Codecs,
            canLeave && SignalCalls.IsPart(root) ? new WaitModel(PayloadTypeReader.TextOf(root.Type), compilation.AssemblyName ?? "") : null);
    }

    private static CodecListModel Merge(EquatableArray<WaitModel> waits, params EquatableArray<CodecModel>[] parts) =>
        new(Distinct(parts.SelectMany(static part => part)), waits);

    private static EquatableArray<CodecModel> Distinct(IEnumerable<CodecModel> codecs)
    {
        var result = new SortedDictionary<string, CodecModel>(StringComparer.Ordinal);
        foreach (var codec in codecs)
        {
            result[codec.Type.Type] = codec;
        }

        return result.Values.ToEquatableArray();
    }
}
