using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Graflow.Generators.Tests.Agreement;

/// <summary>Compiler, analyzers and run-time check judge the same random definitions alike.</summary>
public sealed partial class AgreementTests
{
    private const int Files = 8;
    private const int PerFile = 250;

    /// <summary>Refused by the compiler itself; the analyzers' sentence about it has a test of its own.</summary>
    private static readonly string[] Compilers = ["GRF105", "GRF106"];

    [Fact]
    public async Task The_build_and_the_run_say_the_same_of_every_definition()
    {
        var sources = Enumerable.Range(0, Files).Select(Write).ToArray();
        var build = Task.Run(() => JudgeAtBuildAsync(sources));
        var run = Task.Run(() => JudgeAtRunAsync(sources));
        var (atBuild, atRun) = (await build, await run);
        Assert.Equal(Files * PerFile, atRun.Count);

        var disagreements = new List<string>();
        foreach (var (name, thrown) in atRun)
        {
            var said = atBuild.GetValueOrDefault(name, []);
            if (!Agree(said, thrown))
            {
                disagreements.Add($"{name}\n  run:   {thrown}\n  build: {string.Join("\n         ", said)}\n{SourceOf(sources, name)}");
            }
        }

        Assert.True(disagreements.Count == 0, string.Join("\n\n", disagreements));
        CheckVariety([.. atRun.Values]);
    }

    private static bool Agree(List<Verdict> build, Verdict? run) =>
        run is null ? build.Count == 0 : build.Any(said => said.Id == run.Id && (Compilers.Contains(run.Id) || IsSame(said.Words, run.Words)));

    /// <summary>The build writes … for a parameter whose value it does not know; the compiler puts a sentence of its own around the words.</summary>
    private static bool IsSame(string build, string run) =>
        build.Contains(run, StringComparison.Ordinal) || Regex.IsMatch(run, $"^{Regex.Escape(build).Replace("…", ".+", StringComparison.Ordinal)}$");

    /// <summary>What is never written cannot disagree.</summary>
    private static void CheckVariety(IReadOnlyList<Verdict?> verdicts)
    {
        var counts = verdicts.CountBy(verdict => verdict?.Id ?? "fine").ToDictionary();
        Assert.All(["fine", "GRF101", "GRF102", "GRF103", "GRF105", "GRF106", "GRF108", "GRF110", "GRF003"], id => Assert.True(counts.GetValueOrDefault(id) >= 10, $"{id}: {string.Join(", ", counts)}"));
        Assert.True(counts["fine"] > Files * PerFile / 5, $"fine: {counts["fine"]}");
    }

    private static string Write(int file)
    {
        var flow = new RandomFlow(seed: file);
        return "#nullable disable\nusing static Parts;\nusing static R.Tasks;\n" + string.Concat(Enumerable.Range(file * PerFile, PerFile).Select(i => flow.Write($"D{i}")));
    }

    private static async Task<Dictionary<string, List<Verdict>>> JudgeAtBuildAsync(string[] sources)
    {
        var (output, _) = Source.Generate(Source.CompileAs("Agreement.Build", OutputKind.DynamicallyLinkedLibrary, [.. sources, RandomFlow.Tasks]));
        var problems = await output.WithAnalyzers(Analyzers.All).GetAllDiagnosticsAsync();
        var verdicts = new Dictionary<string, List<Verdict>>();
        foreach (var problem in problems.Where(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            Assert.StartsWith("GRF", problem.Id, StringComparison.Ordinal);
            var place = problem.Location.SourceTree!.GetRoot().FindNode(problem.Location.SourceSpan);
            var name = place.AncestorsAndSelf().OfType<ClassDeclarationSyntax>().Last().Identifier.ValueText;
            verdicts.TryAdd(name, []);
            verdicts[name].Add(new Verdict(problem.Id, WithoutInstances().Replace(problem.GetMessage(null), "")));
        }

        return verdicts;
    }

    /// <summary>Runs the same definitions. What is obsolete may call what is obsolete, so that the compiler lets all of them pass.</summary>
    private static async Task<Dictionary<string, Verdict?>> JudgeAtRunAsync(string[] sources)
    {
        var obsolete = sources.Select(source => source.Replace("public static class D", "[Obsolete] public static class D", StringComparison.Ordinal));
        var image = Hosting.Program.ImageOf(Source.CompileAs("Agreement.Run", OutputKind.DynamicallyLinkedLibrary, [.. obsolete, RandomFlow.Tasks]));
        var context = new AssemblyLoadContext("Agreement", isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(image));
        await using var engine = new WorkflowEngine();
        var verdicts = new Dictionary<string, Verdict?>();
        foreach (var type in assembly.GetTypes().Where(type => type is { IsNested: false } && type.GetMethod("Run") is not null))
        {
            verdicts.Add(type.Name, await RunAsync(type.GetMethod("Run")!, engine));
        }

        context.Unload();
        return verdicts;
    }

    private static async Task<Verdict?> RunAsync(MethodInfo run, WorkflowEngine engine)
    {
        try
        {
            await (Task)run.Invoke(null, [engine])!;
            return null;
        }
        catch (TargetInvocationException wrapper)
        {
            var error = Assert.IsType<FlowDefinitionException>(Innermost(wrapper));
            return new Verdict(error.Id!, WithoutInstances().Replace(error.Message[$"{error.Id}: ".Length..], ""));
        }
        catch (ParallelGroupException)
        {
            // It ran: AtLeast(2) of the one element of a list.
            return null;
        }
    }

    private static Exception Innermost(Exception error) => error is FlowDefinitionException || error.InnerException is not { } cause ? error : Innermost(cause);

    // The build reports a method once, whatever names its callers give; the run has the caller's name in each path.
    [GeneratedRegex(@"\b(one|two)/")]
    private static partial Regex WithoutInstances();

    private static string SourceOf(string[] sources, string name) =>
        sources.Select(source => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(type => type.Identifier.ValueText == name))
            .First(type => type is not null)!.ToString();
}
