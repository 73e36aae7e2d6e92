using Graflow.Generators.Emitting;
using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>A type that changes redoes the codecs that are written differently for it, and no others.</summary>
public sealed class PayloadIncrementalTests
{
    private const string Tasks = """
        public static partial class Shop
        {
            [Task] public static Order Load(int id) => new();
            [Task] public static int Count(Order order, Customer customer) => 1;
            [Task] public static Point Move(Point point) => point;
            [Task] public static Task Keep(TaskContext context) => context.Channel.SetAsync("kept", new Kept()).AsTask();
            [Task] public static int Bad(Broken broken) => 1;
            [Workflow] public static Flow<int, Order> Daily => Tasks.Load;
        }
        """;

    private const string Types = """
        public sealed class Order { public int Id { get; set; } public Customer? Customer { get; set; } public List<Line> Lines { get; set; } = []; }
        public sealed record Customer(string Name, int Age);
        public sealed record Line(string Sku, Level Level);
        public enum Level { Low, High }
        public record struct Point(int X, int Y);
        public sealed class Kept { public string? Note { get; set; } }
        [Payload] public sealed class Extra { public Point Point { get; set; } }
        public sealed class Broken { public Stream? Body { get; set; } }
        """;

    private const string Elsewhere = "public static class Elsewhere { public static int Answer() => 42; }";

    [Theory]
    [InlineData("=> 42", "=> 43")]
    [InlineData("int Answer()", "string? Answer(Order order)")]
    [InlineData("public static class Elsewhere", "/// <summary>Text.</summary>\npublic sealed record Unused(string Name);\npublic static class Elsewhere")]
    public void Edit_elsewhere_leaves_every_codec_and_node_cached(string before, string after) => AssertAllCached(Edit(Elsewhere, before, after));

    [Theory]
    [InlineData("public int Id { get; set; }", "/// <summary>Text.</summary>\n public int Id { get ; set ; }")]
    [InlineData("= [];", "= new();")]
    [InlineData("List<Line> Lines", "List<Line?>? Lines")]
    [InlineData("Low, High", "Low, High, Higher")]
    [InlineData("public sealed record Line", "[Serializable] public sealed record Line")]
    [InlineData("public string? Note { get; set; }", "public string? Note { get; set; } private int _count; public void Add() => _count++; public int Count() => _count;")]
    [InlineData("Stream? Body", "Action? Body")]
    public void Edit_that_changes_no_payload_leaves_every_output_cached(string before, string after) => AssertAllCached(Edit(Types, before, after));

    [Theory]
    [InlineData("Customer(string Name, int Age)", "Customer(string Name, int Age, bool IsNew = true)", "Graflow.Codecs.CustomerCodec.g.cs")]
    [InlineData("public int Id { get; set; }", "public int Id { get; init; }", "Graflow.Codecs.OrderCodec.g.cs")]
    [InlineData("Line(string Sku, Level Level)", "Line(Level Level, string Sku)", "Graflow.Codecs.LineCodec.g.cs")]
    [InlineData("sealed record Customer", "record Customer", "Graflow.Codecs.CustomerCodec.g.cs")]
    [InlineData("public string? Note", "public string? Text", "Graflow.Codecs.KeptCodec.g.cs")]
    [InlineData("Point(int X, int Y)", "Point(int X, long Y)", "Graflow.Codecs.ExtraCodec.g.cs Graflow.Codecs.PointCodec.g.cs Graflow.Codecs.g.cs")]
    public void A_changed_type_redoes_exactly_the_codecs_whose_text_it_changes(string before, string after, string files) =>
        Assert.Equal(files.Split(' '), RedoneFiles(Edit(Types, before, after)));

    [Fact]
    public void A_type_that_becomes_serializable_brings_its_codec_and_leaves_nodes_alone() =>
        Assert.Equal(["Graflow.Codecs.BrokenCodec.g.cs", "Graflow.Codecs.g.cs"], RedoneFiles(Edit(Types, "Stream? Body", "byte[]? Body")));

    [Fact]
    public void A_type_that_stops_being_serializable_takes_what_it_reached_and_keeps_its_nodes()
    {
        var result = Edit(Types, "record Line(string Sku", "record Line(Stream Sku");
        Assert.Equal(["Graflow.Codecs.g.cs"], RedoneFiles(result));
        var names = result.GeneratedSources.Select(static source => source.HintName).ToArray();
        Assert.DoesNotContain("Graflow.Codecs.OrderCodec.g.cs", names);
        Assert.Contains("Graflow.Codecs.CustomerCodec.g.cs", names);
        Assert.Contains("Shop.Load.g.cs", names);
        Assert.Contains("Shop.Count.g.cs", names);
    }

    [Fact]
    public void Tasks_channel_calls_workflows_and_attributes_all_bring_codecs()
    {
        var names = Source.Generate(Source.Compile(Tasks, Types, Elsewhere)).Result.GeneratedSources.Select(static source => source.HintName);
        Assert.Equal(
            ["CustomerCodec", "ExtraCodec", "KeptCodec", "LineCodec", "OrderCodec"],
            names.Where(static name => name.StartsWith("Graflow.Codecs.", StringComparison.Ordinal) && name != "Graflow.Codecs.g.cs" && !name.Contains("ValueTuple", StringComparison.Ordinal))
                .Select(static name => name["Graflow.Codecs.".Length..^".g.cs".Length])
                .Order(StringComparer.Ordinal));
    }

    private static GeneratorRunResult Edit(string file, string before, string after)
    {
        Assert.Contains(before, file, StringComparison.Ordinal);
        var compilation = Source.Compile(Tasks, Types, Elsewhere);
        var tree = compilation.SyntaxTrees.Single(tree => tree.ToString() == file);
        var edited = compilation.ReplaceSyntaxTree(tree, Source.Parse(file.Replace(before, after, StringComparison.Ordinal), tree.FilePath));
        return Source.Driver().RunGenerators(compilation).RunGenerators(edited).GetRunResult().Results.Single();
    }

    private static void AssertAllCached(GeneratorRunResult result)
    {
        var redone = from step in result.TrackedSteps
                     where TrackingNames.All.Contains(step.Key)
                     from run in step.Value
                     from output in run.Outputs
                     where IsRedone(output.Reason)
                     select $"{step.Key}: {output.Reason} {output.Value}";
        Assert.Empty(redone);
        Assert.Empty(RedoneFiles(result));
    }

    private static IEnumerable<string> RedoneFiles(GeneratorRunResult result) =>
        (from step in result.TrackedOutputSteps
         from run in step.Value
         from output in run.Outputs
         where output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified
         from file in FilesOf(run.Inputs)
         select file).Order(StringComparer.Ordinal);

    private static bool IsRedone(IncrementalStepRunReason reason) => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

    private static IEnumerable<string> FilesOf(IEnumerable<(IncrementalGeneratorRunStep Source, int OutputIndex)> inputs)
    {
        var (source, index) = inputs.First();
        return source.Outputs[index].Value switch
        {
            (EquatableArray<CodecModel> codecs, EquatableArray<string> clashes) => codecs.Select(codec => HintNames.FileFor(CodecEmitter.HintName(codec), clashes)),
            CodecEntriesModel => ["Graflow.Codecs.g.cs"],
            var other => [other.ToString()!],
        };
    }
}
