using System.Collections.Concurrent;
using Graflow.Tests.Workers;
using Xunit;

namespace Graflow.Tests.DurableRuns;

public sealed class CrashSweepTests
{
    private readonly ConcurrentQueue<string> _effects = new();

    [Fact]
    public async Task A_chain_goes_on_where_it_was()
    {
        var sweep = Sweep("Sweep.Chain", Add("a", 1) >> Add("b", 10) >> Add("c", 100));
        await sweep.RunAsync("112");
    }

    [Fact]
    public async Task A_group_joins_once_whatever_finished()
    {
        var sweep = Sweep("Sweep.Group", Add("a", 1) >> (Add("b", 10) | Add("c", 20) | (Add("d", 30) >> Add("e", 1))).Select(static t => t.Item1 + t.Item2 + t.Item3) >> Add("f", 1000));
        await sweep.RunAsync("1067");
    }

    [Fact]
    public async Task A_tolerant_group_keeps_its_failures()
    {
        var group = (Add("a", 1) | Fail("b") | (Fail("c") >> Add("d", 1))).WithPolicy(GroupPolicy.AtLeast(1));
        var sweep = Sweep("Sweep.Tolerant", group.Select(static t => $"{t.Item1.Kind} {t.Item2.Failure?.Message} {t.Item3.Failure?.Message}") >> Note("e"));
        await sweep.RunAsync("e(Succeeded b is broken c is broken)");
    }

    [Fact]
    public async Task A_failed_run_fails_the_same_way()
    {
        var sweep = Sweep("Sweep.Failed", (Add("a", 1) | (Fail("b") >> Add("d", 1))).Select(static t => t.Item1) >> Add("c", 1));
        await sweep.RunAsync("(a | (b >> d)): 1 of 2 branches has no result; b failed: b is broken.");
    }

    [Fact]
    public async Task A_loop_goes_on_in_its_iteration()
    {
        var loop = Flow.Task("loop", (int x, TaskContext<int> context) =>
        {
            Did(context);
            if (x < 5)
            {
                context.NextIteration(x + 1);
            }

            return x;
        });
        await Sweep("Sweep.Loop", Add("a", 0) >> loop >> Add("b", 100)).RunAsync("105");
    }

    [Fact]
    public async Task What_a_task_continued_with_goes_on()
    {
        var two = new TestNode<int, int>("Sweep.Next.Two", (x, context) => Done(context, x * 2)).Registered();
        var one = new TestNode<int, int>("Sweep.Next.One", (x, context) => Done(context, x + 1)).Registered();
        var route = Flow.Task("route", (int x, TaskContext context) =>
        {
            Did(context);
            return Next.To(one >> two >> one.As("again"), x + 10).As<int>();
        });
        await Sweep("Sweep.Next", (Add("a", 1) >> route | Add("b", 2)).Select(static t => t.Item1 + t.Item2)).RunAsync("30");
    }

    [Fact]
    public async Task Tasks_that_continue_in_each_others_place_go_on()
    {
        TestNode<int, int> pong = null!;
        var ping = new TestNode<int, int>("Sweep.Ping", (x, context) => To(context, pong, x + 1)).Registered();
        pong = new TestNode<int, int>("Sweep.Pong", (x, context) => x > 6 ? Done(context, x) : To(context, ping, x + 1)).Registered();
        await Sweep("Sweep.PingPong", Add("a", 1) >> ping >> Add("b", 100)).RunAsync("107");
    }

    [Fact]
    public async Task A_map_goes_on_with_the_elements_that_are_left()
    {
        var split = Flow.Task("split", (int x, TaskContext context) => { Did(context); return new[] { x, x + 1, x + 2, x + 3 }; });
        var sum = Flow.Task("sum", (IReadOnlyList<int> list, TaskContext context) => { Did(context); return list.Sum(); });
        await Sweep("Sweep.Map", split >> (Add("a", 1) >> Add("b", 10)).ForEach(2) >> sum).RunAsync("54");
    }

    [Fact]
    public async Task Nested_maps_and_failures_in_them()
    {
        var split = Flow.Task("split", (int x, TaskContext context) => { Did(context); return new[] { x, x + 1 }; });
        var odd = Flow.Task("odd", (int x, TaskContext context) => { Did(context); return x % 3 == 0 ? throw new InvalidDataException($"{x}") : x; });
        var inner = (split >> odd.ForEach().WithPolicy(GroupPolicy.BestEffort)).Select(static list => string.Join(',', list.Select(static o => o.TryGet(out var v) ? $"{v}" : o.Failure!.Message)));
        var sweep = Sweep("Sweep.Nested", (split >> (Add("a", 1) >> inner).ForEach(1)).Select(static list => string.Join(';', list)) >> Note("n"));
        await sweep.RunAsync("n(2,3;3,4)");
    }

    [Fact]
    public async Task Side_tasks_are_not_lost()
    {
        var side = new TestNode<int, int>("Sweep.Side.Audit", (x, context) => Done(context, x)).Registered();
        var loop = Flow.Task("loop", (int x, TaskContext<int> context) =>
        {
            Did(context);
            context.NextTask(side, x);
            context.NextTask(side, x * 10);
            if (x < 3)
            {
                context.NextIteration(x + 1);
            }

            return x;
        });
        await Sweep("Sweep.Side", (Add("a", 0) >> loop | Add("b", 2)).Select(static t => t.Item1 + t.Item2) >> Add("c", 1)).RunAsync("7");
    }

    [Fact]
    public async Task Side_tasks_of_tasks_whose_place_was_taken_are_not_lost()
    {
        var side = new TestNode<int, int>("Sweep.Gone.Audit", (x, context) => Done(context, x)).Registered();
        TestNode<int, int> second = null!;
        var first = new TestNode<int, int>("Sweep.Gone.First", (x, context) =>
        {
            context.NextTask(side, x);
            return To(context, second, x + 1);
        }).Registered();
        second = new TestNode<int, int>("Sweep.Gone.Second", (x, context) =>
        {
            context.NextTask(side, x);
            return x > 4 ? Done(context, x) : To(context, first, x + 1);
        }).Registered();
        await Sweep("Sweep.Gone", Add("a", 0) >> first >> Add("b", 100)).RunAsync("106");
    }

    [Fact]
    public async Task A_race_has_one_winner()
    {
        var race = (Add("a", 1) | (Fail("b") >> Add("d", 2)) | (Add("e", 5) >> Add("f", 5))).First();
        await Sweep("Sweep.Race", race >> Add("c", 100)).RunAsync("102");
    }

    [Fact]
    public async Task Fallbacks_attempts_and_limits()
    {
        var flow = Fail("a").OrElse(Add("b", 5)) >> Add("c", 1).Within(TimeSpan.FromDays(1)) >> (Fail("d") >> Add("e", 1)).Try().Select(static o => o.Failure!.Message) >> Note("n");
        await Sweep("Sweep.Fallback", flow).RunAsync("n(d is broken)");
    }

    [Fact]
    public async Task Fail_fast_cancels_the_same()
    {
        var group = (Add("a", 1) | (Fail("b") >> Add("x", 1)) | (Add("c", 1) >> Add("d", 2) >> Add("e", 3))).WithPolicy(GroupPolicy.FailFast);
        var sweep = Sweep("Sweep.FailFast", group.Select(static t => t.Item1).OrElse(Add("z", 7)) >> Add("y", 100));
        await sweep.RunAsync("108");
    }

    private CrashSweep<int, TOut> Sweep<TOut>(string name, IExecutable<int, TOut> flow) => new(name, flow, () => [.. _effects], 1);

    private TaskNode<int, int> Add(string id, int add) => Flow.Task(id, (int x, TaskContext context) =>
    {
        Did(context);
        return x + add;
    });

    private TaskNode<string, string> Note(string id) => Flow.Task(id, (string text, TaskContext context) =>
    {
        Did(context);
        return $"{id}({text})";
    });

    private TaskNode<int, int> Fail(string id) => Flow.Task<int, int>(id, (_, context) =>
    {
        Did(context);
        throw new InvalidDataException($"{id} is broken");
    });

    private ValueTask<Next<int>> Done(TaskContext context, int value)
    {
        Did(context);
        return new(value);
    }

    private ValueTask<Next<int>> To(TaskContext context, IExecutable<int, int> target, int value)
    {
        Did(context);
        return new(Next.To(target, value).As<int>());
    }

    private void Did(TaskContext context) => _effects.Enqueue(context.IdempotencyKey);
}
