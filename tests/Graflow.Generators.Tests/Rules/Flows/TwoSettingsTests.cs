using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF110.</summary>
public sealed class TwoSettingsTests
{
    private const string Options = "stands in the flow with two option sets. A task is one vertex, which runs once: give both places the same options, or use .As(\"…\") to run it twice.";
    private const string Executions = "stands in the flow under two executions. A task is one vertex, which runs once, in one place: put both mentions under the same WithExecution, or use .As(\"…\") to run it twice.";

    [Theory]
    [InlineData("public static object F => P | [|P.With(o => o.Priority = 1)|];")]
    [InlineData("public static object F => P.With(o => o.Timeout = TimeSpan.FromSeconds(1)) | [|P.With(o => o.Timeout = TimeSpan.FromSeconds(2))|];")]
    [InlineData("public static object F => P | [|P.With(o => { o.Queue = \"q\"; o.Priority = 0; })|];")]
    [InlineData("public static object F => P | [|P.With(o => o.Retry = new RetryOptions { MaxAttempts = 2 })|];")]
    [InlineData("public static object F => P.With(o => o.Limit = new LimitOptions { Concurrency = 2 }) | [|P.With(o => o.Limit = new LimitOptions { Concurrency = 3 })|];")]
    public Task Two_option_sets_of_one_vertex_are_reported(string members) => FlowFindings.ExpectAsync("GRF110", members, $"A.P {Options}");

    [Theory]
    [InlineData("public static object F => Tuned | [|Tuned.With(o => o.Retry = null)|];")]
    [InlineData("public static object F => Tuned | [|Tuned.With(o => o.Timeout = TimeSpan.FromMinutes(1))|];")]
    [InlineData("public static object F => Tuned | [|Tuned.With(o => o.Retry = new RetryOptions { MaxAttempts = 4 })|];")]
    public Task Attributes_are_options_too(string members) => FlowFindings.ExpectAsync("GRF110", members, $"A.Tuned {Options}");

    [Theory]
    [InlineData("public static object F => P | [|P|].WithExecution(Execution.Direct);")]
    [InlineData("public static object F => P.WithExecution(Execution.Direct) | [|P|].WithExecution(Execution.Direct);")]
    [InlineData("public static object F => (P | Q).WithExecution(Execution.Threads(2)) | [|P|];")]
    public Task Two_executions_of_one_vertex_are_reported(string members) => FlowFindings.ExpectAsync("GRF110", members, $"A.P {Executions}");

    [Theory]
    [InlineData("public static object F => P | P.With(o => o.Priority = 0);")]
    [InlineData("public static object F => Tuned | Tuned.With(o => { o.Timeout = TimeSpan.FromSeconds(5); o.Retry = new RetryOptions { MaxAttempts = 3 }; });")]
    [InlineData("public static object F => P.With(o => o.Priority = 1) | P.With(o => o.Priority = 1);")]
    [InlineData("public static object F(int n) => P | P.With(o => o.Priority = n);")]
    [InlineData("public static object F(Action<TaskOptions> change) => P | P.With(change);")]
    [InlineData("public static object F => P | P.As(\"b\").With(o => o.Priority = 1);")]
    [InlineData("public static object F => P.With(o => o.Priority = 1) | P.ForEach().Bind([1]).Select(x => 1);")]
    [InlineData("public static object F => (P | (P >> Q)).WithExecution(Execution.Direct);")]
    public Task Nothing_is_said_of_equal_or_unknown_options_or_of_two_vertices(string members) => FlowFindings.ExpectNoneAsync(members);
}
