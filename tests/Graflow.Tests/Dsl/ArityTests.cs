using System.Runtime.CompilerServices;
using Graflow.CompilerServices;
using Xunit;
using O = object;

namespace Graflow.Tests.Dsl;

/// <summary>Groups and joins of 2 to 16 branches, run: every value stands in its place.</summary>
public sealed class ArityTests
{
    private static readonly WorkflowEngine Engine = new();

    [Fact]
    public async Task Values_stand_in_branch_order() => await ForAllSizes(
        Run(B(0) | B(1)),
        Run(B(0) | B(1) | B(2)),
        Run(B(0) | B(1) | B(2) | B(3)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13) | B(14)),
        Run(B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13) | B(14) | B(15)));

    [Fact]
    public async Task Outcomes_stand_in_branch_order() => await ForAllSizes(
        Run((B(0) | B(1)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13) | B(14)).WithPolicy(GroupPolicy.BestEffort)),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13) | B(14) | B(15)).WithPolicy(GroupPolicy.BestEffort)));

    [Fact]
    public async Task Tasks_with_base_type_parameters_get_every_argument_in_its_place() => await ForAllSizes(
        Run((B(0) | B(1)) >> new Join2()),
        Run((B(0) | B(1) | B(2)) >> new Join3()),
        Run((B(0) | B(1) | B(2) | B(3)) >> new Join4()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4)) >> new Join5()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5)) >> new Join6()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6)) >> new Join7()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7)) >> new Join8()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8)) >> new Join9()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9)) >> new Join10()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10)) >> new Join11()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11)) >> new Join12()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12)) >> new Join13()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13)) >> new Join14()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13) | B(14)) >> new Join15()),
        Run((B(0) | B(1) | B(2) | B(3) | B(4) | B(5) | B(6) | B(7) | B(8) | B(9) | B(10) | B(11) | B(12) | B(13) | B(14) | B(15)) >> new Join16()));

    [Fact]
    public async Task The_only_success_wins_a_race_of_any_size()
    {
        Flow<int, string>[] races =
        [
            (Fail | B(1)).First(),
            (Fail | Fail | B(2)).First(),
            (Fail | Fail | Fail | B(3)).First(),
            (Fail | Fail | Fail | Fail | B(4)).First(),
            (Fail | Fail | Fail | Fail | Fail | B(5)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | B(6)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(7)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(8)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(9)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(10)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(11)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(12)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(13)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(14)).First(),
            (Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | Fail | B(15)).First(),
        ];
        foreach (var (i, race) in races.Index())
        {
            Assert.Equal($"7:{i + 1}", await Engine.RunAsync(race, 7));
        }
    }

    private static TaskNode<int, string> Fail { get; } = Flow.Task<int, string>("fail", static (int x) => throw new InvalidOperationException());

    private static TaskNode<int, string> B(int i) => Flow.Task($"b{i}", (int x) => $"{x}:{i}");

    private static async Task<ITuple> Run<TOut>(IExecutable<int, TOut> flow)
        where TOut : ITuple =>
        await Engine.RunAsync(flow, 7);

    private static TaskDescriptor Shared { get; } = new("join", TaskBody.Value);

    private static async Task ForAllSizes(params Task<ITuple>[] results)
    {
        Assert.Equal(15, results.Length);
        foreach (var (i, result) in results.Index())
        {
            var tuple = await result;
            Assert.Equal(Enumerable.Range(0, i + 2).Select(branch => $"7:{branch}"), Enumerable.Range(0, tuple.Length).Select(place => $"{tuple[place]}"));
        }
    }

    private sealed class Join2() : JoinNode<O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O) input, TaskContext context) => input; }

    private sealed class Join3() : JoinNode<O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O) input, TaskContext context) => input; }

    private sealed class Join4() : JoinNode<O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join5() : JoinNode<O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join6() : JoinNode<O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join7() : JoinNode<O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join8() : JoinNode<O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join9() : JoinNode<O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join10() : JoinNode<O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join11() : JoinNode<O, O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join12() : JoinNode<O, O, O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join13() : JoinNode<O, O, O, O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join14() : JoinNode<O, O, O, O, O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join15() : JoinNode<O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }

    private sealed class Join16() : JoinNode<O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, ITuple>(Shared) { protected internal override ITuple Invoke((O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O) input, TaskContext context) => input; }
}
