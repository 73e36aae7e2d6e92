using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>An edit redoes what depends on it, and nothing else.</summary>
public sealed class IncrementalTests
{
    private const string Tasks = """
        public static partial class Orders
        {
            /// <summary>Fetches.</summary>
            [Task] public static int[] Fetch(string source) => [source.Length];
            [Task] public static int Sum(int[] orders)
            {
                return orders.Length;
            }

            [Task] public static Next<int> Loop(int x) => Next.To(Tasks.Sum, new int[x]);
            [Workflow] public static Flow<string, int> Daily => Tasks.Fetch >> Tasks.Sum;
        }
        """;

    private const string Elsewhere = """
        public sealed record Price(int Value);

        public static class Elsewhere
        {
            public static int Answer() => 42;
        }

        public static partial class Prices
        {
            [Task] public static Price Double(Price price) => price with { Value = 2 * price.Value };
        }
        """;

    [Theory]
    [InlineData("=> 42", "=> 43")]
    [InlineData("public static int Answer() => 42;", "public static string Other(int x) => \"\";")]
    [InlineData("public static class Elsewhere", "  public   static class   Elsewhere")]
    [InlineData("2 * price.Value", "3 * price.Value")]
    [InlineData("public static class Elsewhere", "/// <summary>Text.</summary>\npublic static class Elsewhere")]
    public void Edit_elsewhere_leaves_every_output_cached(string before, string after) =>
        AssertAllCached(Edit(Elsewhere, before, after));

    [Theory]
    [InlineData("return orders.Length;", "return orders.Length + 1;")]
    [InlineData("return orders.Length;", "\n\n    // why\n return  orders.Length ;")]
    [InlineData("=> [source.Length]", "=> [source.Length, 2]")]
    [InlineData("public static int Sum(int[] orders)", "public   static int Sum(int[]   orders)")]
    [InlineData("=> Tasks.Fetch >> Tasks.Sum;", "{ get; } = Tasks.Fetch >> Tasks.Sum;")]
    [InlineData("int[x]", "int[x + 1]")]
    public void Edit_in_a_body_leaves_every_output_cached(string before, string after) =>
        AssertAllCached(Edit(Tasks, before, after));

    [Theory]
    [InlineData("int Sum(int[] orders)", "long Sum(int[] orders)", "Orders.Sum.g.cs")]
    [InlineData("[] Fetch(string source)", "[] Fetch(string url)", "Orders.Fetch.g.cs")]
    [InlineData("Fetches.", "Fetches all.", "Orders.Fetch.g.cs")]
    [InlineData("Next.To(Tasks.Sum, new int[x])", "Next.To(Tasks.Loop, x)", "Orders.Loop.g.cs")]
    public void A_changed_task_redoes_exactly_its_node(string before, string after, string file) =>
        Assert.Equal([file], RedoneFiles(Edit(Tasks, before, after)));

    [Fact]
    public void A_new_task_redoes_the_module_and_makes_its_node() =>
        Assert.Equal(["Graflow.Module.g.cs", "Orders.Half.g.cs"], RedoneFiles(Edit(Tasks, "[Workflow]", "[Task] public static int Half(int x) => x / 2;\n[Workflow]")));

    [Fact]
    public void A_type_that_changes_elsewhere_redoes_exactly_its_users() =>
        Assert.Equal(["Graflow.Codecs.Money_PriceCodec.g.cs", "Graflow.Codecs.g.cs", "Prices.Double.g.cs"], RedoneFiles(Edit(Elsewhere, "public sealed record Price(int Value);", "namespace Money { public sealed record Price(int Value); }\nnamespace Money { }\n", ["global using Money;"])));

    [Fact]
    public void A_partial_body_elsewhere_that_names_another_task_redoes_its_node()
    {
        const string declaration = "public static partial class Loops { [Task] public static partial Next<int> Turn(int x); [Task] public static int Stop(int x) => x; }";
        const string body = "public static partial class Loops { public static partial Next<int> Turn(int x) => Next.To(Tasks.Turn, x); }";
        var before = Source.Compile(declaration, body);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], Source.Parse(body.Replace("Tasks.Turn", "Tasks.Stop", StringComparison.Ordinal), "Source1.cs"));
        Assert.Equal(["Loops.Turn.g.cs"], RedoneFiles(Run(before, after)));
    }

    [Fact]
    public void A_constant_elsewhere_that_changes_redoes_the_task_that_uses_it()
    {
        var before = Source.Compile("public static partial class Ids { [Task(Names.Id)] public static int Turn(int x) => x; }", "public static class Names { public const string Id = \"a\"; }");
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], Source.Parse("public static class Names { public const string Id = \"b\"; }", "Source1.cs"));
        Assert.Equal(["Graflow.Module.g.cs", "Ids.Turn.g.cs"], RedoneFiles(Run(before, after)));
    }

    [Fact]
    public void Types_that_become_related_redo_the_join_that_takes_them()
    {
        const string join = "public class A; public class B; public static partial class Joins { [Task] public static int Both(A a, B b) => 0; }";
        var (before, after) = (Source.Compile(Tasks, join), Source.Compile(Tasks, join.Replace("class B;", "class B : A;", StringComparison.Ordinal)));
        Assert.Equal(["Joins.Both.g.cs"], RedoneFiles(Run(before, after)));
    }

    [Fact]
    public void Every_step_has_a_name_that_the_generator_publishes()
    {
        var result = Run(Source.Compile(Tasks, Elsewhere), Source.Compile(Tasks, Elsewhere));
        Assert.Empty(TrackingNames.All.Except(result.TrackedSteps.Keys));
    }

    [Fact]
    public void Steps_of_many_tasks_in_one_class_stay_cached_but_one()
    {
        var many = $"public static partial class Many {{ {string.Concat(Enumerable.Range(0, 300).Select(index => $"[Task] public static int T{index}(int x) => x;\n"))} }}";
        var (before, after) = (Source.Compile(many), Source.Compile(many.Replace("int T7(int x)", "int T7(int y)", StringComparison.Ordinal).Replace("(int y) => x", "(int y) => y", StringComparison.Ordinal)));
        Assert.Equal(["Many.T7.g.cs"], RedoneFiles(Run(before, after)));
    }

    private static GeneratorRunResult Edit(string file, string before, string after, string[]? more = null)
    {
        Assert.Contains(before, file, StringComparison.Ordinal);
        var compilation = Source.Compile(Tasks, Elsewhere);
        var tree = compilation.SyntaxTrees.Single(tree => tree.ToString() == file);
        var edited = compilation
            .ReplaceSyntaxTree(tree, Source.Parse(file.Replace(before, after, StringComparison.Ordinal), tree.FilePath))
            .AddSyntaxTrees((more ?? []).Select((text, index) => Source.Parse(text, $"More{index}.cs")));
        return Run(compilation, edited);
    }

    private static GeneratorRunResult Run(CSharpCompilation before, CSharpCompilation after)
    {
        var driver = Source.Driver().RunGenerators(before).RunGenerators(after);
        return driver.GetRunResult().Results.Single();
    }

    private static void AssertAllCached(GeneratorRunResult result)
    {
        var redone = from step in result.TrackedSteps
                     where TrackingNames.All.Contains(step.Key)
                     from run in step.Value
                     from output in run.Outputs
                     where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
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

    private static IEnumerable<string> FilesOf(IEnumerable<(IncrementalGeneratorRunStep Source, int OutputIndex)> inputs)
    {
        var (source, index) = inputs.First();
        return source.Outputs[index].Value switch
        {
            (Models.TaskModel task, Models.EquatableArray<string> clashes) => [Emitting.HintNames.FileFor(task.HintName, clashes)],
            (Models.TasksClassModel tasks, Models.EquatableArray<string> clashes) => [Emitting.HintNames.FileFor(tasks.HintName, clashes)],
            (Models.EquatableArray<Models.Payloads.CodecModel> codecs, Models.EquatableArray<string> clashes) => codecs.Select(codec => Emitting.HintNames.FileFor(Emitting.Payloads.CodecEmitter.HintName(codec), clashes)),
            Models.Payloads.CodecEntriesModel => ["Graflow.Codecs.g.cs"],
            Models.ModuleModel => ["Graflow.Module.g.cs"],
            var other => [other.ToString()!],
        };
    }
}
