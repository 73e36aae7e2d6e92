using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>A program is served, and commanded where the package for it is there, through one generated class.</summary>
public sealed class HostTests
{
    private const string Commands = """
        namespace Graflow.CompilerServices
        {
            public static class GraflowCommands
            {
                public static Task<int> RunAsync(string[] args, Action<WorkflowEngineOptions>? configure, System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver? json) => Task.FromResult(42);
            }
        }
        """;

    private const string Statements = "Console.WriteLine(await GraflowHost.TryServeAsync(args));";

    [Fact]
    public void A_library_has_no_host() =>
        Assert.DoesNotContain("GraflowHost", Snapshot.TextOf(Source.Generate(Source.Compile("public static partial class L { [Task] public static int F(int x) => x; }")).Result), StringComparison.Ordinal);

    [Fact]
    public void A_program_without_tasks_has_one_all_the_same() =>
        Assert.Empty(Source.ProblemsOf(Source.Generate(Program(Statements)).Output));

    [Theory]
    [InlineData("namespace Graflow { internal static class GraflowHost { internal static Task<bool> TryServeAsync(string[] args) => Task.FromResult(args.Length == 0); } }")]
    [InlineData("namespace Graflow { internal struct GraflowHost { internal static Task<bool> TryServeAsync(string[] args) => Task.FromResult(args.Length == 0); } }")]
    public void A_class_of_that_name_is_left_to_its_owner(string own)
    {
        var (output, result) = Source.Generate(Program(Statements, own));
        Assert.Empty(result.GeneratedSources);
        Assert.Empty(Source.ProblemsOf(output));
    }

    [Theory]
    [InlineData("internal static class GraflowHost { internal static Task<bool> TryServeAsync(string[] args) => Task.FromResult(args.Length == 0); }")]
    [InlineData("namespace Microsoft.CodeAnalysis { internal sealed class EmbeddedAttribute : Attribute; }")]
    [InlineData("namespace Microsoft.CodeAnalysis { internal sealed partial class EmbeddedAttribute : Attribute; }")]
    public void Other_names_of_the_user_do_not_clash(string own) => Assert.Empty(Source.ProblemsOf(Source.Generate(Program(Statements, own)).Output));

    [Fact]
    public void A_program_that_sees_the_internals_of_another_has_its_own_host()
    {
        var shop = Program(Statements, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Tests\")]");
        var tests = Source.CompileAs("Shop.Tests", OutputKind.ConsoleApplication, Statements).AddReferences(MetadataReference.CreateFromImage(Hosting.Program.ImageOf(shop)));
        Assert.Empty(Source.ProblemsOf(Source.Generate(tests).Output));
    }

    [Fact]
    public void Without_the_package_a_command_line_says_which_one()
    {
        var (output, _) = Source.Generate(Program("return await GraflowHost.RunAsync(args);"));
        var problem = Assert.Single(Source.ProblemsOf(output));
        Assert.Equal(("GRF306", DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.Contains("dotnet add package Graflow.CommandLine", problem.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_package_one_statement_is_a_whole_program() =>
        Assert.Equal(42, Start(Program("return await GraflowHost.RunAsync(args, static o => o.Execution = Execution.Direct);", Commands)));

    [Fact]
    public void A_program_without_Main_gets_one_where_it_asks_for_it() =>
        Assert.Equal(42, Start(Program("[assembly: GraflowProgram]", Commands)));

    [Fact]
    public async Task Without_the_package_the_attribute_is_told_so()
    {
        var problem = Assert.Single(await FoundAsync(Program("[assembly: GraflowProgram]")));
        Assert.Equal("The commands of the command line are a package of their own: dotnet add package Graflow.CommandLine", problem.GetMessage(null));
    }

    [Theory]
    [InlineData("public static class P { public static void Main() { } }", "P.Main")]
    [InlineData("Console.WriteLine();", "top-level statements")]
    public async Task Two_Mains_are_one_too_many(string own, string named)
    {
        var program = Program(own, "[assembly: GraflowProgram]", Commands);
        Assert.Empty(Source.ProblemsOf(Source.Generate(program).Output));
        Assert.Contains($"has one already, {named};", Assert.Single(await FoundAsync(program)).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_start_is_another_Main()
    {
        var program = Program("public static class P { public static void Main() { } }", "[assembly: GraflowProgram]", Commands);
        program = program.WithOptions(program.Options.WithMainTypeName("P"));
        Assert.Contains("<StartupObject> chooses P", Assert.Single(await FoundAsync(program)).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_has_no_Main_to_make() =>
        Assert.Contains("this project is a library", Assert.Single(await FoundAsync(Source.Compile("[assembly: GraflowProgram]"))).GetMessage(null), StringComparison.Ordinal);

    [Theory]
    [InlineData("System.Console.WriteLine(1);", "System.Console.WriteLine(2);")]
    [InlineData("System.Console.WriteLine(1);", "System.Console.WriteLine(1); // why")]
    public void An_edit_leaves_the_host_cached(string before, string after)
    {
        var program = Program("[assembly: GraflowProgram] public static class A { public static void F() { System.Console.WriteLine(1); } }", Commands);
        var tree = program.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        var edited = program.ReplaceSyntaxTree(tree, Source.Parse(tree.ToString().Replace(before, after, StringComparison.Ordinal), tree.FilePath));
        Assert.All(HostSteps(program, edited), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    [Fact]
    public void A_Main_that_is_written_takes_the_place_of_the_generated_one()
    {
        var program = Program("[assembly: GraflowProgram]", Commands);
        var edited = program.AddSyntaxTrees(Source.Parse("internal static class P { private static void Main() { } }", "P.cs"));
        Assert.Contains(IncrementalStepRunReason.Modified, HostSteps(program, edited));
        Assert.Empty(Source.ProblemsOf(Source.Generate(edited).Output));
    }

    private static IEnumerable<IncrementalStepRunReason> HostSteps(CSharpCompilation before, CSharpCompilation after) =>
        Source.Driver().RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single().TrackedSteps[TrackingNames.Host].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static async Task<IEnumerable<Diagnostic>> FoundAsync(CSharpCompilation program) =>
        (await Source.AnalyzeAsync(program)).Where(problem => problem.Id == "GRF306");

    private static CSharpCompilation Program(params string[] sources) =>
        Source.CompileAs("Shop", OutputKind.ConsoleApplication, sources);

    private static int Start(CSharpCompilation program)
    {
        var main = System.Reflection.Assembly.Load(Hosting.Program.ImageOf(program)).EntryPoint!;
        return (int)main.Invoke(null, [Array.Empty<string>()])!;
    }
}
