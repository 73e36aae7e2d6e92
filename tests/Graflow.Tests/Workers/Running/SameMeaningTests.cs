using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>One engine, one meaning: what a flow yields does not depend on where its bodies run.</summary>
public sealed class SameMeaningTests
{
    private static readonly Flow<int, string> Whole =
        (Bodies.Tasks.Nothing | Bodies.Tasks.Later | (Bodies.Tasks.CountDown >> Bodies.Tasks.Later.As("counted")))
        >> Flow.Task("sum", static ((int A, int B, int C) x) => (IReadOnlyList<int>)[x.A, x.B, x.C, x.A + x.B + x.C])
        >> Bodies.Tasks.Half.ForEach().WithPolicy(GroupPolicy.BestEffort)
        >> Flow.Task("words", static (IReadOnlyList<Outcome<int>> halves) => (IReadOnlyList<string>)[.. halves.Select(static half => half.Kind == OutcomeKind.Succeeded ? $"{half.Value}" : half.Failure!.Message)])
        >> Bodies.Tasks.Join;

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_flow_yields_the_same_everywhere(int input)
    {
        await using var engine = Children.Engine();
        var expected = await engine.RunAsync(Whole, input).OrHang();

        Assert.Equal(expected, await engine.RunAsync(Whole, input, Children.One).OrHang());
        Assert.Equal(expected, await engine.RunAsync(Whole, input, Children.Two).OrHang());
        Assert.Equal(expected, await engine.RunAsync(Whole, input, new RunOptions { Execution = Execution.Direct }).OrHang());
        Assert.Contains(" is odd (Parameter 'value')", expected, StringComparison.Ordinal);
    }
}
