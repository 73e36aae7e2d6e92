using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF201, GRF202, GRF204 and GRF206 of tasks that a flow surely sends to other processes.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData("public static Flow<int, int> F => ([|Tasks.Count|] >> Tasks.Plain).WithExecution(Execution.Processes(2));")]
    [InlineData("public static object F => ([|Tasks.Count|] | Tasks.Plain).Named(\"g\").WithExecution(Execution.Processes(2)).First();")]
    [InlineData("public static object F(int n) => [|Tasks.Count|].ForEach().WithExecution(Execution.Processes(n));")]
    [InlineData("private static Flow<int, int> Inner => Tasks.Plain >> Tasks.Count; public static object F => [|Inner|].WithExecution(Execution.Processes(2));")]
    [InlineData("public static object F => (Tasks.Plain.WithExecution(Execution.Processes(2)) >> ([|Tasks.Count.As(\"a\")|] >> Tasks.Plain.As(\"b\")).WithExecution(Execution.Processes(3)));")]
    public async Task A_flow_that_sends_the_task_away_is_told_at_the_task(string members)
    {
        var found = Assert.Single(await Findings.ExpectAsync("GRF206", Flows(members), DiagnosticSeverity.Warning));
        Assert.StartsWith("The task 'Count' runs in another process, and the static field 's_total'", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(found.AdditionalLocations, static place => Place(place) == "s_total");
    }

    [Theory]
    [InlineData("public static object F => (Tasks.Count >> Tasks.Plain).WithExecution(Execution.Threads(2));")]
    [InlineData("public static object F => (Tasks.Count.WithExecution(Execution.Direct) >> Tasks.Plain).WithExecution(Execution.Processes(2));")]
    [InlineData("public static object F(Execution where) => (Tasks.Count >> Tasks.Plain).WithExecution(where);")]
    [InlineData("public static object F => (Flow.Task(\"l\", (int x) => s_seen = x) >> Tasks.Plain).WithExecution(Execution.Processes(2)); private static int s_seen;")]
    [InlineData("public static object F => Tasks.Plain.WithExecution(Execution.Processes(2)) >> Tasks.Count;")]
    public Task Nothing_is_said_of_flows_that_keep_the_task_here(string members) => Findings.ExpectNoneAsync(Flows(members));

    [Fact]
    public async Task What_cannot_leave_the_process_is_an_error_where_a_flow_sends_it_away()
    {
        var found = await Findings.ExpectAsync("GRF202", Flows("#pragma warning disable GRF202\n[Task] public static Stream Open(int x) => new MemoryStream(x);\n#pragma warning restore GRF202\npublic static object F => [|Tasks.Open|].WithExecution(Execution.Processes(2));"));
        Assert.StartsWith("The output of 'Open' cannot leave this process: Stream", found.Single().GetMessage(null), StringComparison.Ordinal);
    }

    private static string Place(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static string Flows(string members) => $$"""
        public static partial class Work
        {
            private static int s_total;
            [Task] public static int Count(int x) => s_total += x;
            [Task] public static int Plain(int x) => x;
            {{members}}
        }
        """;
}
