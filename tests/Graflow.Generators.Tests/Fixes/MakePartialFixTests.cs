using Graflow.CodeFixes;
using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class MakePartialFixTests
{
    [Theory]
    [InlineData(
        "public static class Orders { [Task] public static int One() => 1; }",
        "public static partial class Orders { [Task] public static int One() => 1; }")]
    [InlineData(
        "record struct Orders { [Task] public static int One() => 1; }",
        "partial record struct Orders { [Task] public static int One() => 1; }")]
    [InlineData(
        "class Shop { internal class Orders { [Task] public static int One() => 1; } }",
        "partial class Shop { internal partial class Orders { [Task] public static int One() => 1; } }")]
    [InlineData(
        "partial class Shop { class Orders { [Task] public static int One() => 1; } }",
        "partial class Shop { partial class Orders { [Task] public static int One() => 1; } }")]
    public async Task Every_type_around_the_task_becomes_partial(string before, string after) =>
        Assert.Equal("using Graflow;\n\n" + after, await FixAsync("using Graflow;\n\n" + before));

    private static async Task<string> FixAsync(string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Orders", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences(References())
            .AddDocument("Orders.cs", source);
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, await NotPartialAsync(document.Project), (action, _) => actions.Add(action), CancellationToken.None);
        await new MakePartialFix().RegisterCodeFixesAsync(context);

        var operations = await Assert.Single(actions).GetOperationsAsync(CancellationToken.None);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }

    private static async Task<Diagnostic> NotPartialAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!.WithAnalyzers([new TaskAnalyzer()]);
        var found = await compilation.GetAnalyzerDiagnosticsAsync();
        return found.First(diagnostic => diagnostic.Id == "GRF001");
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
