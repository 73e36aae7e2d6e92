using System.Collections.Immutable;
using System.Composition;
using Graflow.Generators.Diagnostics;
using Graflow.Generators.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Graflow.CodeFixes;

/// <summary>GRF205: writes a type's present shape into the project's <c>*.wire.txt</c>; the lines of other types stay, so that one accepted change does not hide another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WireBaselineFix), DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) }), Shared]
public sealed class WireBaselineFix : CodeFixProvider
{
    private const string Title = "Update the wire baseline";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GRF205"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new AllLines();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        var diagnostic = context.Diagnostics[0];
        if (LineOf(diagnostic) is { } line && BaselineOf(project) is not null)
        {
            var title = diagnostic.Severity == DiagnosticSeverity.Error ? $"{Title}: accept the new shape" : Title;
            context.RegisterCodeFix(CodeAction.Create(title, ct => UpdateAsync(project.Solution, project.Id, [line], ct), nameof(WireBaselineFix)), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static string? LineOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(WireFindings.Line, out var line) ? line : null;

    private static TextDocument? BaselineOf(Project project) =>
        project.AdditionalDocuments.FirstOrDefault(static document => WireBaseline.Is(document.FilePath ?? document.Name));

    private static async Task<Solution> UpdateAsync(Solution solution, ProjectId project, IEnumerable<string> lines, CancellationToken ct)
    {
        if (BaselineOf(solution.GetProject(project)!) is not { } file)
        {
            return solution;
        }

        var text = await file.GetTextAsync(ct).ConfigureAwait(false);
        return solution.WithAdditionalDocumentText(file.Id, WireBaseline.Update(text, lines));
    }

    /// <summary>All lines of a file at once: each alone would be an edit of the same text.</summary>
    private sealed class AllLines : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            Task.FromResult<CodeAction?>(CodeAction.Create(Title, ct => UpdateAllAsync(fixAllContext.WithCancellationToken(ct)), nameof(WireBaselineFix)));

        private static async Task<Solution> UpdateAllAsync(FixAllContext context)
        {
            var solution = context.Solution;
            var projects = context.Scope == FixAllScope.Solution ? solution.ProjectIds : [context.Project.Id];
            foreach (var id in projects)
            {
                var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                    ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await context.GetAllDiagnosticsAsync(context.Solution.GetProject(id)!).ConfigureAwait(false);
                solution = await UpdateAsync(solution, id, diagnostics.Select(LineOf).OfType<string>(), context.CancellationToken).ConfigureAwait(false);
            }

            return solution;
        }
    }
}
