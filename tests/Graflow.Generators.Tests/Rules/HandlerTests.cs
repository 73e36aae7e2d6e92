using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF301.</summary>
public sealed class HandlerTests
{
    private const string Task = "public static partial class Models { [Task(Handler = [|\"gpuu\"|])] public static int Train(int x) => x; }\n";

    private const string Handler = "[TaskHandler(\"gpu\")] public sealed class GpuHandler : ITaskHandler { public ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct) => call.InvokeAsync(context, ct); }\n";

    private const string Start = "internal static class Start { public static void Main() { } }\n";

    [Fact]
    public async Task A_name_that_nothing_here_declares_is_a_warning_in_a_library()
    {
        var found = await Findings.ExpectAsync("GRF301", Task + Handler, DiagnosticSeverity.Warning);
        Assert.Equal(
            "Models.Train asks for the handler \"gpuu\", which is not registered; there are direct, docker, gpu, process. Did you mean \"gpu\"? Register it: new WorkflowEngine(o => o.Handlers.Add(\"gpuu\", …)); or, where others register it, declare its name here: [TaskHandler(\"gpuu\")]",
            Assert.Single(found).GetMessage(null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Handler)]
    [InlineData("public static class Engines { public static WorkflowEngine Make(ITaskHandler h) => new(o => o.Handlers.Add(\"gpu\", h)); }")]
    [InlineData("public static class Engines { public static WorkflowEngine Make(ITaskHandler h) => new(o => o.Handlers.Add(h)); }")]
    [InlineData("public static class Engines { public static WorkflowEngine Make() => new(o => o.Handlers.AddDocker(\"gpu\", new DockerOptions())); }")]
    [InlineData("public static class Lists { public static void Fill(List<string> names, string name) => names.Add(name); }")]
    public async Task It_is_an_error_in_a_program_that_cannot_have_it(string rest)
    {
        var found = await Findings.ExpectAsync("GRF301", Task + Start + rest, DiagnosticSeverity.Error, OutputKind.ConsoleApplication);
        Assert.EndsWith("Register it: new WorkflowEngine(o => o.Handlers.Add(\"gpuu\", …))", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static class Engines { public static WorkflowEngine Make(string name, ITaskHandler h) => new(o => o.Handlers.Add(name, h)); }")]
    [InlineData("public static class Engines { public static WorkflowEngine Make(string name) => new(o => o.Handlers.AddDocker(name, new DockerOptions())); }")]
    [InlineData("public static class Engines { public static WorkflowEngine Make() => new(o => { Action<string, DockerOptions> add = o.Handlers.AddDocker; add(\"x\", new DockerOptions()); }); }")]
    [InlineData("public static class Engines { public static WorkflowEngine Make() => new(o => { Action<string, ITaskHandler> add = o.Handlers.Add; add(\"x\", null!); }); }")]
    public Task A_program_that_registers_names_unseen_is_warned(string rest) =>
        Findings.ExpectAsync("GRF301", Task + Start + rest, DiagnosticSeverity.Warning, OutputKind.ConsoleApplication);

    [Theory]
    [InlineData("Tasks.Train.With(o => o.Handler = [|\"gup\"|])", "Test.Train")]
    [InlineData("Tasks.Asks", "Test.Asks")]
    [InlineData("Flow.Task(\"guess\", (int x) => x).With(o => o.Handler = [|\"gup\"|])", "guess")]
    public async Task The_build_and_the_run_say_the_same_words(string flow, string task)
    {
        var source = $$"""
            public static partial class Test
            {
                [Task] public static int Train(int x) => x;
                {{(task == "Test.Asks" ? "[Task(Handler = [|\"gup\"|])] public static int Asks(int x) => x;" : "")}}
                public static async Task<string> Run()
                {
                    await using var engine = new WorkflowEngine(o => o.Handlers.Add(new GpuHandler()));
                    try { return $"{await engine.RunAsync({{flow}}, 1)}"; }
                    catch (UnknownHandlerException error) { return error.Message; }
                }
            }

            """ + Handler;
        var found = await Findings.ExpectAsync("GRF301", source + Start, DiagnosticSeverity.Error, OutputKind.ConsoleApplication);
        Assert.StartsWith($"{task} asks for the handler \"gup\", which is not registered; there are direct, docker, gpu, process. Did you mean \"gpu\"?", found[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Equal($"GRF301: {found[0].GetMessage(null)}.", await Program.RunAsync(Markup.Parse(source).Text));
    }

    [Fact]
    public async Task A_node_that_is_not_known_is_this_node()
    {
        var found = await Findings.ExpectAsync("GRF301", "public static partial class Models { [Task] public static int Train(int x) => x; public static void Set(TaskOptions o) => o.Handler = [|\"dokcer\"|]; }", DiagnosticSeverity.Warning);
        Assert.StartsWith("This node asks for the handler \"dokcer\"", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("docker")]
    [InlineData("process")]
    [InlineData("gpu")]
    [InlineData("tpu")]
    [InlineData("train")]
    public Task Known_names_are_fine(string name) => Findings.ExpectNoneAsync(
        Handler.Replace("public", "internal", StringComparison.Ordinal).Replace("internal ValueTask", "public ValueTask", StringComparison.Ordinal)
        + $$"""
        internal static partial class Models
        {
            private const string Tpu = "tpu";
            [Task(Handler = "{{name}}")] private static int Train(int x) => x;
            internal static WorkflowEngine Make(ITaskHandler h) => new(o =>
            {
                o.Handlers.Add(handler: h, name: Tpu);
                o.Handlers.AddDocker("train", new DockerOptions());
            });
        }
        """);

    [Fact]
    public async Task A_referenced_assembly_declares_names_and_leaves_others_uncertain()
    {
        var handlers = Source.CompileAs("Handlers", OutputKind.DynamicallyLinkedLibrary, Handler);
        var program = Source.CompileAs("Program", OutputKind.ConsoleApplication, (Task + Start).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), "public static partial class Others { [Task(Handler = \"gpu\")] public static int Train(int x) => x; }");
        var found = Assert.Single(await Source.AnalyzeAsync(program.AddReferences(handlers.ToMetadataReference())), problem => problem.Id == "GRF301");
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Contains("there are direct, docker, gpu, process", found.GetMessage(null), StringComparison.Ordinal);
    }
}
