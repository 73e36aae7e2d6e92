using Graflow.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF205. What breaks is asserted beside the comparison; here, which types are judged, where and how loud, and what the fix writes.</summary>
public sealed class WireTests
{
    private const string Shop = """
        namespace Shop;
        public sealed record Order(int Id, Level Level, Page<Line> Lines);
        public sealed record Page<T>(T[] Items);
        public readonly record struct Line(int X, int Y);
        public enum Level : byte { Low }
        public static partial class Desk { [Task] public static int Count(Order order) => order.Id; }
        """;

    private const string Baseline = """
        Shop.Level:byte{Low:0}
        Shop.Line<X:int,Y:int>
        Shop.Order(Id:int,Level:byte,Lines:Shop.Page<Shop.Line>)
        Shop.Page<Shop.Line>(Items:[Shop.Line])

        """;

    [Fact]
    public async Task A_baseline_that_is_up_to_date_says_nothing() => Assert.Empty(await FindAsync(Shop, Baseline));

    [Fact]
    public async Task Without_a_file_nothing_is_judged()
    {
        Assert.Empty(await FindAsync(Shop));
        Assert.Empty(await FindAsync(Shop, new TextFile("wire.txt", "nonsense")));
    }

    [Theory]
    [InlineData("Level:byte,", "Level:int,", "Order", "'Shop.Order' no longer reads what was written by the wire baseline 'Shop.wire.txt': member 2 was 'Level: int' and is 'Level: byte'; keep the members of the baseline as they were and append new ones, or accept the new shape where no old payload lives")]
    [InlineData("X:int,Y:int", "Y:int,X:int", "Line", "'Shop.Line' no longer reads what was written by the wire baseline 'Shop.wire.txt': 'Y' was member 1 and is member 2; ")]
    [InlineData("Items:[Shop.Line]", "Items:Shop.Line", "Page", "'Shop.Page<Shop.Line>' no longer reads what was written by the wire baseline 'Shop.wire.txt': member 1 was ")]
    public async Task A_break_is_an_error_at_the_type(string now, string before, string type, string message)
    {
        var found = Assert.Single(await FindAsync(Shop, Baseline.Replace(now, before, StringComparison.Ordinal)));
        Assert.Equal((DiagnosticSeverity.Error, type), (found.Severity, TextAt(found)));
        Assert.StartsWith(message, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_lacks_is_a_warning_at_the_type()
    {
        var found = await FindAsync(Shop, "Shop.Level:byte{Low:0}\nShop.Line<X:int,Y:int>\nShop.Order(Id:int)\nShop.Gone(A:int)\n");
        Assert.All(found, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
        Assert.Equal(["Order", "Page"], found.Select(TextAt));
        Assert.Equal(
            [
                "'Shop.Order' has the new members 'Level', 'Lines', and the wire baseline 'Shop.wire.txt' does not know: update it, so that the next change is measured by what is written now",
                "'Shop.Page<Shop.Line>' leaves the process, and the wire baseline 'Shop.wire.txt' does not know its shape: add it, so that a change that breaks payloads is found",
            ],
            found.Select(diagnostic => diagnostic.GetMessage(null)));
    }

    [Theory]
    [InlineData("[Task] public static Level F(int x) => Level.Low;")]
    [InlineData("[Task] public static int F(List<Level?> levels) => 0;")]
    [InlineData("[Task] public static int F((int, Dictionary<Level, int>)[] levels) => 0;")]
    [InlineData("public sealed record Order(Level Level); [Task] public static int F(Order order) => 0;")]
    [InlineData("[Workflow] public static Flow<Level, Level> W => Flow.Task(\"f\", (Level level) => level);")]
    public async Task An_enum_is_judged_by_its_numbers_wherever_it_stands(string member)
    {
        var source = $"public enum Level : short {{ High = 1, Low = 0, Least = -1 }} public static partial class Desk {{ {member} }}";
        const string order = "Desk.Order(Level:short)\n";
        Assert.Empty(await FindAsync(source, $"{order}Level:short{{Least:-1,Low:0,High:1}}\n"));

        var found = Assert.Single(await FindAsync(source, $"{order}Level:short{{Least:-1,Low:1,High:0}}\n"));
        Assert.Equal((DiagnosticSeverity.Error, "Level"), (found.Severity, TextAt(found)));
        Assert.StartsWith("'Level' no longer reads what was written by the wire baseline 'Shop.wire.txt': 'Low' was 1 and is 0; ", found.GetMessage(null), StringComparison.Ordinal);

        found = Assert.Single(await FindAsync(source, order));
        Assert.Equal((DiagnosticSeverity.Warning, "Level"), (found.Severity, TextAt(found)));
        Assert.Equal("Level:short{Least:-1,Low:0,High:1}", found.Properties["Line"]);
    }

    [Fact]
    public async Task The_frameworks_enums_are_not_judged() =>
        Assert.Empty(await FindAsync("public static partial class Desk { [Task] public static DayOfWeek F(System.Net.HttpStatusCode code) => default; }", ""));

    [Theory]
    [InlineData("[Payload] public sealed record [|Job|](int A);")]
    [InlineData("[assembly: Payload(typeof(Job))] public sealed record [|Job|](int A);")]
    [InlineData("public sealed record [|Job|](int A); public static class C { public static Task F(IChannel c) => c.AppendAsync(\"k\", new Job(1)).AsTask(); }")]
    [InlineData("public sealed record [|Job|](int A); public static partial class C { [Workflow] public static Flow<Job, Job> F => Flow.Task(\"f\", (Job job) => job); }")]
    [InlineData("public sealed record [|Job|](int A); public static partial class C { [Task] public static int F([FromChannel] Job job) => 1; }")]
    public async Task Every_way_out_of_the_process_is_judged(string source)
    {
        var marked = Markup.Parse(source);
        var found = Assert.Single(await FindAsync(marked.Text, "Job(A:long)"));
        Assert.Equal(marked.Spans, [found.Location.SourceSpan]);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    [Fact]
    public async Task A_type_that_stays_here_is_not_judged() =>
        Assert.Empty(await FindAsync("public sealed record Job(int A); public static class C { public static Job F(Job job) => job; }", "Job(A:long)"));

    [Fact]
    public async Task A_type_of_another_project_is_judged_at_its_line()
    {
        using var image = new MemoryStream();
        Assert.True(Source.CompileAs("Contracts", OutputKind.DynamicallyLinkedLibrary, "public sealed record Job(int A);").Emit(image).Success);
        var compilation = Source.Compile("[assembly: Payload(typeof(Job))]").AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var found = Assert.Single(await FindAsync(compilation, new TextFile("Shop.wire.txt", "# ours\nJob(A:long)\n")));
        Assert.Equal(("Shop.wire.txt", 1), (found.Location.GetLineSpan().Path, found.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_an_error_in_the_file()
    {
        var found = await FindAsync(Shop, Baseline + "\n<<<<<<< HEAD\nShop.Line<X:int,Y:int>\n");
        Assert.Equal([5, 6], found.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.All(found, diagnostic => Assert.Equal("Shop.wire.txt", diagnostic.Location.GetLineSpan().Path));
        Assert.Equal(
            [
                "Line 6 of the wire baseline 'Shop.wire.txt' cannot be used: '<<<<<<< HEAD' is no wire shape, which looks like 'Shop.Order(Id:int,Lines:[Shop.Line])'; restore the line as it was committed, or delete it",
                "Line 7 of the wire baseline 'Shop.wire.txt' cannot be used: 'Shop.Line' has a line already, line 2; keep the one that payloads were written by",
            ],
            found.Select(diagnostic => diagnostic.GetMessage(null)));
    }

    [Fact]
    public async Task Two_files_are_an_error_in_the_second()
    {
        var found = Assert.Single(await FindAsync(Shop, new TextFile("B.wire.txt", Baseline), new TextFile("A.wire.txt", "")));
        Assert.Equal("B.wire.txt", found.Location.GetLineSpan().Path);
        Assert.Equal("A project has one wire baseline, and this one has 'A.wire.txt' and 'B.wire.txt': move all lines into one of them", found.GetMessage(null));
    }

    [Fact]
    public async Task The_fix_accepts_one_type_and_leaves_the_others()
    {
        using var workspace = new AdhocWorkspace();
        var project = Open(workspace, "Shop.Level:byte{Low:0}\nShop.Line<Y:int,X:int>\nShop.Order(Id:long)\n");
        var actions = new List<CodeAction>();
        var problem = (await DiagnoseAsync(project)).First(problem => TextAt(problem) == "Order");
        await new WireBaselineFix().RegisterCodeFixesAsync(new CodeFixContext(project.Documents.Last(), problem, (action, _) => actions.Add(action), CancellationToken.None));
        Assert.Equal("Update the wire baseline: accept the new shape", Assert.Single(actions).Title);
        Assert.Equal("Shop.Level:byte{Low:0}\nShop.Line<Y:int,X:int>\nShop.Order(Id:int,Level:byte,Lines:Shop.Page<Shop.Line>)\n", await ApplyAsync(actions[0], project));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Shop.Line<Y:int,X:int>\nShop.Order(Id:long)\n")]
    public async Task Fix_all_brings_the_whole_file_up_to_date(string before)
    {
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            using var workspace = new AdhocWorkspace();
            var project = Open(workspace, before);
            var context = new FixAllContext(project.Documents.Last(), new WireBaselineFix(), scope, nameof(WireBaselineFix), ["GRF205"], new Reported(), CancellationToken.None);
            var action = await new WireBaselineFix().GetFixAllProvider().GetFixAsync(context);
            Assert.Equal(Baseline, await ApplyAsync(action!, project));
        }
    }

    private static Task<IReadOnlyList<Diagnostic>> FindAsync(string source, string baseline) => FindAsync(source, new TextFile("Shop.wire.txt", baseline));

    private static Task<IReadOnlyList<Diagnostic>> FindAsync(string source, params AdditionalText[] files) => FindAsync(Source.Compile(source), files);

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(Compilation compilation, params AdditionalText[] files) =>
        [.. (await Source.AnalyzeAsync((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)compilation, files)).Where(diagnostic => diagnostic.Id == "GRF205")];

    private static string TextAt(Diagnostic problem) => problem.Location.SourceTree!.ToString().Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length);

    private static Project Open(AdhocWorkspace workspace, string baseline)
    {
        var compilation = Source.Compile();
        return workspace.AddProject("Sample", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(Source.ParseOptions)
            .WithMetadataReferences(compilation.References)
            .AddAnalyzerReference(GeneratorReference.Create())
            .AddAdditionalDocument("Shop.wire.txt", baseline, filePath: "Shop.wire.txt").Project
            .AddDocument("Usings.cs", Source.Usings).Project
            .AddDocument("Source0.cs", Shop, filePath: "Source0.cs").Project;
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!.WithAnalyzers(Analyzers.All, project.AnalyzerOptions);
        return [.. (await compilation.GetAnalyzerDiagnosticsAsync()).Where(problem => problem.Id == "GRF205")];
    }

    private static async Task<string> ApplyAsync(CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
        return (await changed.AdditionalDocuments.Single().GetTextAsync()).ToString();
    }

    private sealed class Reported : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnoseAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await DiagnoseAsync(document.Project)).Where(problem => problem.Location.SourceTree?.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
