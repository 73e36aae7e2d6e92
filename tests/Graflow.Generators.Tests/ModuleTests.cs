using Graflow.CompilerServices;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>A program knows the tasks of the assemblies that it refers to before it uses any of their types.</summary>
public sealed class ModuleTests
{
    private const string Library = "public static partial class Lib { [Task(\"module-tests.lib\")] public static int F(int x) => x; }";

    [Fact]
    public void A_program_calls_the_modules_of_its_references()
    {
        var program = Source.CompileAs("The.Program", OutputKind.ConsoleApplication, "System.Console.WriteLine();").AddReferences(ReferenceTo("Module-Tests.Lib"));
        var module = Assert.Single(Source.Generate(program).Result.GeneratedSources, source => source.HintName == "Graflow.Module.g.cs").SourceText.ToString();
        Assert.Contains("namespace Graflow.Generated.The_Program", module, StringComparison.Ordinal);
        Assert.Contains("global::Graflow.Generated.Module_Tests_Lib.Module.Register();", module, StringComparison.Ordinal);
        Assert.Empty(Source.ProblemsOf(Source.Generate(program).Output));
    }

    [Fact]
    public void A_library_leaves_that_to_the_program()
    {
        var library = Source.CompileAs("Other", OutputKind.DynamicallyLinkedLibrary, "public static partial class Other { [Task] public static int F(int x) => x; }").AddReferences(ReferenceTo("Lib"));
        Assert.DoesNotContain("Generated.Lib", Snapshot.TextOf(Source.Generate(library).Result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_with_nothing_to_register_has_no_module() =>
        Assert.Equal(["Graflow.Host.g.cs"], Source.Generate(Source.CompileAs("Empty", OutputKind.ConsoleApplication, "System.Console.WriteLine();")).Result.GeneratedSources.Select(source => source.HintName));

    [Fact]
    public void An_edit_leaves_the_module_of_a_program_with_references_cached()
    {
        var before = Source.CompileAs("The.Program", OutputKind.ConsoleApplication, Library, "System.Console.WriteLine();").AddReferences(ReferenceTo("Lib"));
        var tree = before.SyntaxTrees.Last();
        var driver = Source.Driver().RunGenerators(before).RunGenerators(before.ReplaceSyntaxTree(tree, Source.Parse("System.Console.WriteLine(1);", tree.FilePath)));
        var steps = driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.Module];
        Assert.All(steps.SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void Registering_twice_changes_nothing()
    {
        var assembly = Program.Load(Source.CompileAs("Twice", OutputKind.DynamicallyLinkedLibrary, "public static partial class Twice { [Task] public static int F(int x) => x; }"));
        var register = assembly.GetType("Graflow.Generated.Twice.Module", throwOnError: true)!.GetMethod("Register")!;
        register.Invoke(null, null);
        var first = GraflowRegistry.Tasks.Single(task => task.Assembly == "Twice");
        register.Invoke(null, null);
        Assert.Same(first, GraflowRegistry.Tasks.Single(task => task.Assembly == "Twice"));
    }

    [Fact]
    public void The_codecs_of_a_library_are_known_before_any_of_its_code_has_run()
    {
        var type = Program.Load(Source.CompileAs("Untouched", OutputKind.DynamicallyLinkedLibrary, "[Payload] public sealed record Untouched(int X); public static partial class Asks { [Task] public static int F(System.Collections.Generic.List<Untouched> x) => 1; }")).GetType("Untouched", throwOnError: true)!;
        var serialize = typeof(PayloadSerializer).GetMethods().Single(static method => method.Name == nameof(PayloadSerializer.Serialize) && method.GetParameters().Length == 1);
        Assert.Equal(new byte[] { 255, 255, 255, 255 }, serialize.MakeGenericMethod(typeof(List<>).MakeGenericType(type)).Invoke(null, [null]));
        Assert.Equal(new byte[] { 255 }, serialize.MakeGenericMethod(type).Invoke(null, [null]));
    }

    private static PortableExecutableReference ReferenceTo(string assembly) =>
        MetadataReference.CreateFromImage(Program.ImageOf(Source.CompileAs(assembly, OutputKind.DynamicallyLinkedLibrary, Library)));
}
