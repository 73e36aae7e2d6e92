using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF207.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData("Flow.WaitFor<string>(\"x\")", "SignalAsync(run, [|\"x\"|], 1)", "int", "string")]
    [InlineData("Flow.WaitFor<string>(Name)", "SignalAsync(run, [|Name|], 1)", "int", "string")]
    [InlineData("Flow.WaitFor<IReadOnlyList<string>>(name: \"x\", timeout: null)", "SignalAsync(run, value: new string[0], name: [|\"x\"|])", "string[]", "IReadOnlyList<string>")]
    public async Task A_signal_of_another_type_than_the_wait_is_told(string wait, string send, string found, string expected)
    {
        var problems = await Findings.ExpectAsync("GRF207", Class(wait, send), DiagnosticSeverity.Warning);
        Assert.Equal($"The signal \"x\" brings {found}, and {expected} is waited for; send it by SignalAsync<{expected}>(…), or wait for it by Flow.WaitFor<{found}>(…)", Assert.Single(problems).GetMessage(null));
        Assert.Single(problems[0].AdditionalLocations);
    }

    [Theory]
    [InlineData("Flow.WaitFor<string>(\"x\")", "SignalAsync(run, \"x\", \"y\")")]
    [InlineData("Flow.WaitFor<string?>(\"x\")", "SignalAsync(run, \"x\", \"y\")")]
    [InlineData("Flow.WaitFor<string>(\"x\")", "SignalAsync(run, \"y\", 1)")]
    [InlineData("Flow.WaitFor<string>(\"x\") | Flow.WaitFor<int>(\"x\")", "SignalAsync(run, \"x\", 1)")]
    [InlineData("Flow.WaitFor<IReadOnlyList<string>>(\"x\")", "SignalAsync<IReadOnlyList<string>>(run, \"x\", new string[0])")]
    [InlineData("Flow.WaitFor<(int Number, string Name)>(\"x\")", "SignalAsync(run, \"x\", (1, \"y\"))")]
    [InlineData("Flow.WaitFor<string>(Any())", "SignalAsync(run, \"x\", 1)")]
    public Task What_fits_or_may_fit_is_fine(string wait, string send) => Findings.ExpectNoneAsync(Class(wait, send), "GRF207");

    private static string Class(string wait, string send) => $$"""
        internal static class Orders
        {
            private const string Name = "x";

            public static IExecutable Made => {{wait}};

            public static Task SendAsync(WorkflowEngine engine, string run) => engine.{{send}};

            private static string Any() => "x";
        }
        """;
}
