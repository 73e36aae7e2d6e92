using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Applies a fix in a workspace where the generator runs, and compares the text with what is expected. The fixed code must compile and no longer have the problem.</summary>
/// <typeparam name="TFix">The fix.</typeparam>
internal static class Fixing<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>Fixes the problem at the marked place, or the first one, by the action with the title, or by the only one.</summary>
    public static async Task ExpectAsync(string id, string before, string after, string? title = null, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        using var workspace = new AdhocWorkspace();
        var (document, place) = Open(workspace, before, kind);
        var problem = (await FindAsync(document.Project, id)).First(problem => place is null || problem.Location.SourceSpan == place);
        var actions = await ActionsAsync(document.Project.GetDocument(problem.Location.SourceTree)!, problem);
        var action = title is null ? Assert.Single(actions) : Assert.Single(actions, action => action.Title == title);
        await CheckAsync(await ApplyAsync(action), document.Id, id, after);
    }

    /// <summary>Fixes all at once, in the document and in the project: the outcome is the same.</summary>
    public static async Task ExpectAllAsync(string id, string before, string after)
    {
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project })
        {
            using var workspace = new AdhocWorkspace();
            var (document, _) = Open(workspace, before);
            var problems = await FindAsync(document.Project, id);
            Assert.True(problems.Count > 1, "One problem is no test of Fix All.");
            var key = (await FirstActionAsync(document, problems)).EquivalenceKey;
            var context = new FixAllContext(document, new TFix(), scope, key, [id], new Reported(), CancellationToken.None);
            var action = await new TFix().GetFixAllProvider()!.GetFixAsync(context);
            await CheckAsync(await ApplyAsync(action!), document.Id, id, after);
        }
    }

    /// <summary>The problem is there, and the fix leaves it to a person.</summary>
    public static async Task ExpectNoneAsync(string id, string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        using var workspace = new AdhocWorkspace();
        var (document, place) = Open(workspace, source, kind);
        var problem = (await FindAsync(document.Project, id)).First(problem => place is null || problem.Location.SourceSpan == place);
        Assert.Empty(await ActionsAsync(document, problem));
    }

    private static (Document Document, TextSpan? Place) Open(AdhocWorkspace workspace, string marked, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var source = Markup.Parse(marked);
        var compilation = Source.Compile();
        var document = workspace.AddProject("Sample", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options.WithOutputKind(kind))
            .WithParseOptions(Source.ParseOptions)
            .WithMetadataReferences(compilation.References)
            .AddAnalyzerReference(GeneratorReference.Create())
            .AddDocument("Usings.cs", Source.Usings).Project
            .AddDocument("Source0.cs", source.Text, filePath: "Source0.cs");
        return (document, source.Spans.Count == 0 ? null : source.Spans[0]);
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(Project project, string id)
    {
        var problems = (await DiagnoseAsync(project)).Where(problem => problem.Id == id).ToList();
        Assert.NotEmpty(problems);
        return problems;
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!.WithAnalyzers(Analyzers.All);
        var problems = await compilation.GetAllDiagnosticsAsync();
        Assert.DoesNotContain(problems, problem => problem.Id == "AD0001");
        return [.. problems.OrderBy(problem => problem.Location.SourceSpan.Start)];
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic problem)
    {
        var (fix, actions) = (new TFix(), new List<CodeAction>());
        Assert.Contains(problem.Id, fix.FixableDiagnosticIds);
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, problem, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>The compiler and an analyzer may have a problem of one id at one place; the fix belongs to one of them.</summary>
    private static async Task<CodeAction> FirstActionAsync(Document document, IReadOnlyList<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            if (await ActionsAsync(document, problem) is [var action, ..])
            {
                return action;
            }
        }

        throw new InvalidOperationException("The fix offers nothing.");
    }

    private static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private static async Task CheckAsync(Solution solution, DocumentId id, string rule, string after)
    {
        var document = solution.GetDocument(id)!;
        Assert.Equal(after, (await document.GetTextAsync()).ToString());
        var problems = await DiagnoseAsync(document.Project);
        Assert.DoesNotContain(problems, problem => problem.Id == rule);
        Assert.DoesNotContain(problems, problem => problem.Severity == DiagnosticSeverity.Error);
    }

    private sealed class Reported : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnoseAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await DiagnoseAsync(document.Project)).Where(problem => problem.Location.SourceTree?.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
