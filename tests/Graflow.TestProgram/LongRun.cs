using System.Collections.Concurrent;
using System.Globalization;

namespace Graflow.TestProgram;

/// <summary>A run with everything in it that a log has to bring back: chains, groups, failures, a loop, a continuation, elements, a signal, side tasks, channel writes.</summary>
public static partial class LongRun
{
    private const string Approval = "approval";

    private static readonly ConcurrentDictionary<string, string> Effects = new(StringComparer.Ordinal);
    private static readonly ChannelKey<long> Successes = new("successes");
    private static readonly ChannelKey<List<string>> Trail = new("trail");
    private static readonly ChannelKey<string> Padding = new("padding");
    private static readonly Lock Gate = new();

    /// <summary>How many bodies run when nothing comes between.</summary>
    public const int Bodies = 41;

    /// <summary>What the run yields for 1.</summary>
    public const string Result = "sum 1281, 35 successes, set 1, seen 5, notes 1";

    private static readonly Flow<int, int> Groups =
        ((Tasks.Add.As("a1") >> Tasks.Add.As("a2") >> Tasks.Add.As("a3"))
            | (Tasks.Add.As("b1") >> Tasks.Add.As("b2") >> Tasks.Add.As("b3"))
            | (Tasks.Add.As("c1") >> (Tasks.Add.As("c2") | Tasks.Add.As("c3")).Select(static t => t.Item1 + t.Item2) >> Tasks.Add.As("c4")))
        .Select(static t => t.Item1 + t.Item2 + t.Item3);

    private static readonly Flow<int, int> Tolerant =
        (Tasks.Add.As("t1") | Tasks.Break.As("t2") | (Tasks.Break.As("t3") >> Tasks.Add.As("t4"))).WithPolicy(GroupPolicy.AtLeast(1))
        .Select(static t => (t.Item1.TryGet(out var value) ? value : 0) + (t.Item2.Kind is OutcomeKind.Failed ? 1000 : 0) + (t.Item3.Kind is OutcomeKind.Failed ? 1000 : 0));

    private static readonly Flow<int, int> Elements =
        Tasks.Split >> (Tasks.Add.As("e1") >> Tasks.Add.As("e2")).ForEach(2) >> Tasks.Sum;

    /// <summary>The whole of it.</summary>
    [Workflow]
    public static IExecutable<int, string> Everything { get; } =
        Tasks.Add.As("first") >> Groups >> Tasks.Note >> (Tolerant | Tasks.Loop | Tasks.Route | Elements | Flow.WaitFor<int>(Approval)).Select(static t => t.Item1 + t.Item2 + t.Item3 + t.Item4 + t.Item5)
        >> Tasks.Add.As("z1") >> Tasks.Add.As("z2") >> Tasks.Add.As("z3") >> Tasks.Add.As("z4") >> Tasks.Finish;

    /// <summary>The lines that the bodies of a run wrote: one for each call.</summary>
    public static IReadOnlyList<string> ReadEffects(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    /// <summary>Says where the bodies of a run write, in this process.</summary>
    public static void SetEffects(string runId, string file) => Effects[runId] = file;

    /// <summary>Sends a run the signal that it waits for, unless it has had it.</summary>
    public static async Task ApproveAsync(WorkflowEngine engine, string runId)
    {
        try
        {
            await engine.SignalAsync(runId, Approval, 100);
        }
        catch (SignalRefusedException)
        {
            // It was answered in another life of the run, or the run has ended.
        }
    }

    /// <summary>How a run differs from others.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="padding">How many characters each success writes to the channel besides.</param>
    public static RunOptions OptionsFor(string runId, int padding = 0) => new()
    {
        RunId = runId,
        Execution = Execution.Direct,
        Channel = c => c.Set(Padding.Name, new string('p', padding)),
    };

    [Task]
    public static async Task<int> Add(int value, TaskContext context)
    {
        await DidAsync(context);
        return value + 1;
    }

    /// <summary>Runs beside the flow, before or after its end.</summary>
    [Task]
    public static async Task<int> Aside(int value, TaskContext context)
    {
        await Task.Yield();
        Did(context);
        return value;
    }

    [Task]
    public static async Task<int> Break(int value, TaskContext context)
    {
        await DidAsync(context);
        throw new InvalidDataException($"{context.TaskId} is broken");
    }

    [Task]
    public static async Task<int> Loop(int value, TaskContext<int> context)
    {
        await DidAsync(context);
        if (context.Iteration < 5)
        {
            context.NextIteration(value + 10);
        }

        return value;
    }

    [Task]
    public static async Task<Next<int>> Route(int value, TaskContext context)
    {
        await DidAsync(context);
        return Next.To(Tasks.Add.As("d1") >> Tasks.Add.As("d2") >> Tasks.Add.As("d3"), value);
    }

    [Task]
    public static async Task<int[]> Split(int value, TaskContext context)
    {
        await DidAsync(context);
        return [value, value + 1, value + 2];
    }

    [Task]
    public static async Task<int> Sum(IReadOnlyList<int> values, TaskContext context)
    {
        await DidAsync(context);
        return values.Sum();
    }

    /// <summary>Writes to the channel in all ways, the ones that are not undone under a key that shows no repetition.</summary>
    [Task]
    public static async Task<int> Note(int value, TaskContext context)
    {
        await DidAsync(context);
        await context.Channel.SetAsync("set", 1);
        await context.Channel.TryAddAsync("added", value);
        context.OnSuccess(w => w.Append(Trail.Name, "note"));
        context.NextTask(Tasks.Aside.As("side1"), value);
        context.NextTask(Tasks.Aside.As("side2") >> Tasks.Aside.As("side3"), value);
        return value;
    }

    [Task]
    public static async Task<string> Finish(int value, TaskContext context)
    {
        await DidAsync(context);
        var channel = context.Channel;
        var notes = (await channel.GetAsync(Trail, [])).Count;
        var (successes, set, keys) = (await channel.GetAsync(Successes, 0), await channel.GetAsync<int>("set"), (await channel.KeysAsync()).Count);
        return string.Create(CultureInfo.InvariantCulture, $"sum {value}, {successes} successes, set {set}, seen {keys}, notes {notes}");
    }

    // Once for each call, outside of the run; and once for each success, in it.
    private static async Task DidAsync(TaskContext context)
    {
        var padding = await context.Channel.GetAsync(Padding);
        context.OnSuccess(w =>
        {
            w.Increment(Successes.Name);
            w.Set(Padding.Name, padding);
        });
        Did(context);
    }

    private static void Did(TaskContext context)
    {
        lock (Gate)
        {
            File.AppendAllText(Effects[context.RunId], context.IdempotencyKey + "\n");
        }
    }
}
