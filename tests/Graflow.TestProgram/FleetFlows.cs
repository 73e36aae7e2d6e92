using static Graflow.TestProgram.FleetBodies;

namespace Graflow.TestProgram;

/// <summary>Flows that mean the same wherever their bodies run, on workers of a fleet too.</summary>
public static partial class FleetFlows
{
    private static readonly Flow<int, int> Sides = Tasks.Inc.As("a") >> Tasks.IncLater.As("b");

    [Workflow]
    public static Flow<int, string> One { get; } = Tasks.Inc >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Chain { get; } = Sides >> Tasks.Inc.As("c") >> Tasks.IncLater.As("d") >> Tasks.Inc.As("e") >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Wide { get; } = (Tasks.Inc | Tasks.Show | Sides).Select(static t => $"{t.Item1} {t.Item2} {t.Item3}");

    [Workflow]
    public static Flow<int, string> Joined { get; } = (Sides | Tasks.Show) >> Tasks.Both;

    [Workflow]
    public static Flow<int, string> Lambdas { get; } = Tasks.Inc >> Flow.Task("here", static (int value) => value * 10) >> Tasks.IncLater >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Each { get; } = Tasks.Numbers >> (Tasks.IncLater >> Tasks.Inc.As("twice")).ForEach() >> Tasks.Total >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> EachLimited { get; } = Tasks.Numbers >> Tasks.IncLater.ForEach(2) >> Tasks.Total >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> EachTolerant { get; } = Tasks.Numbers >> Tasks.FailsWhenOdd.ForEach().WithPolicy(GroupPolicy.BestEffort) >> Tasks.Outcomes;

    [Workflow]
    public static Flow<int, string> EachStrict { get; } = Tasks.Numbers >> Tasks.FailsWhenOdd.ForEach() >> Tasks.Total >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> AtLeast { get; } = Tasks.Numbers >> Tasks.FailsWhenOdd.ForEach().WithPolicy(GroupPolicy.AtLeast(2)) >> Tasks.Outcomes;

    [Workflow]
    public static Flow<int, string> AtMostFailed { get; } = Tasks.Numbers >> Tasks.FailsWhenOdd.ForEach().WithPolicy(GroupPolicy.AtMostFailed(40)) >> Tasks.Outcomes;

    [Workflow]
    public static Flow<int, string> Strict { get; } = (Tasks.Inc | Tasks.FailsWhenOdd).WithPolicy(GroupPolicy.Strict).Select(static t => $"{t.Item1} {t.Item2}");

    [Workflow]
    public static Flow<int, string> FailFast { get; } = (Tasks.Forever.Select(static _ => 0) | Tasks.Fails).WithPolicy(GroupPolicy.FailFast).Select(static t => $"{t.Item1} {t.Item2}");

    [Workflow]
    public static Flow<int, string> First { get; } = (Tasks.Forever | Tasks.IncLater | Tasks.Forever.As("other")).First() >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> FirstOfNone { get; } = (Tasks.Fails | Tasks.Fails.As("too")).First() >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Within { get; } = Tasks.Forever.Within(TimeSpan.FromMilliseconds(30)) >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Failing { get; } = Tasks.Inc >> Tasks.Fails >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> OrElse { get; } = Tasks.FailsWhenOdd.OrElse(Tasks.Inc) >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Try { get; } = Tasks.FailsWhenOdd.Try() >> Tasks.Tried;

    [Workflow]
    public static Flow<int, string> Bound { get; } = (Tasks.Inc | Tasks.Inc.Bind(41).As("bound")).Select(static t => $"{t.Item1} {t.Item2}");

    [Workflow]
    public static Flow<int, string> Null { get; } = Tasks.Nothing >> Tasks.Describe;

    [Workflow]
    public static Flow<int, string> Large { get; } = Tasks.Fill >> (Tasks.Digest | Tasks.Digest.As("again") | Tasks.Digest.As("more")).Select(static t => $"{t.Item1 == t.Item2} {t.Item3}");

    [Workflow]
    public static Flow<int, string> Records { get; } =
        Flow.Task("order", static (int count) => new Order(new Guid(count, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), [.. Enumerable.Range(0, count).Select(static i => new Line($"line{i}", i))])) >> Tasks.Ship >> Tasks.Ship.As("again") >> Tasks.Print;

    [Workflow]
    public static Flow<int, string> Contexts { get; } = (Tasks.Context | Tasks.Context.As("eu")).Select(static t => $"{t.Item1}, {t.Item2}");

    [Workflow]
    public static Flow<int, string> Retried { get; } = Tasks.Third;

    [Workflow]
    public static Flow<int, string> Kinds { get; } = (Flow.Task("how", static (int kind) => (string[])["io", "file", "cancel", "definition", "other"] is var all ? all[kind] : "") >> Tasks.Wrong).Try() >> Tasks.Tried;

    [Workflow]
    public static Flow<int, string> TooLate { get; } = Tasks.TooLate.Try() >> Tasks.Tried;

    [Workflow]
    public static Flow<int, string> TooLateAtEnd { get; } = Tasks.TooLate >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Loops { get; } = Tasks.Loop >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Chooses { get; } = Tasks.Choose;

    [Workflow]
    public static Flow<int, string> ChoosesForEach { get; } = Tasks.Numbers >> Tasks.Choose.ForEach() >> Tasks.Concat;

    [Workflow]
    public static Flow<int, string> SideTasks { get; } = (Tasks.Asks | Tasks.Inc).Select(static t => t.Item1) >> Tasks.Reads;

    [Workflow]
    public static Flow<int, string> BadSideTask { get; } = Tasks.AsksForBad >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Recorded { get; } = Tasks.Records >> Tasks.Reads;

    [Workflow]
    public static Flow<int, string> RecordedHere { get; } = Tasks.Records.WithExecution(Execution.Threads(1)) >> Tasks.Records.As("there") >> Tasks.Reads;

    [Workflow]
    public static Flow<int, string> Kept { get; } = Tasks.Records >> Tasks.Notes >> Tasks.ReadsEven;

    [Workflow]
    public static Flow<int, string> Misfits { get; } = Tasks.WritesText >> Tasks.Misfits >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> MisfitsHere { get; } = Tasks.WritesText >> Tasks.Misfits.WithExecution(Execution.Direct) >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> MisfitsTried { get; } = Tasks.WritesText >> Tasks.Misfits.Try() >> Tasks.ReadsAfter;

    [Workflow]
    public static Flow<int, string> Counted { get; } =
        Tasks.Numbers >> Tasks.Counts.ForEach() >> Flow.Task("count", static async (IReadOnlyList<int> all, TaskContext context) => $"{all.Count} {await context.Channel.GetAsync("count", 0L)}");

    [Workflow]
    public static Flow<int, string> Cancelled { get; } = Tasks.Cancels >> Tasks.Forever >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Reported { get; } = Tasks.Reports >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Handled { get; } = Tasks.Handled >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Unhandled { get; } = Tasks.Unhandled >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Queues { get; } = (Tasks.Elsewhere | Tasks.Inc).Select(static t => $"{t.Item1} {t.Item2}");

    [Workflow]
    public static Flow<int, string> Limited { get; } = Tasks.Numbers >> Tasks.Limited.ForEach() >> Tasks.Total >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Cached { get; } = (Tasks.Cached | Tasks.Cached.As("again")).Select(static t => $"{t.Item1 == t.Item2}");

    [Workflow]
    public static Flow<int, string> Broken { get; } = (Tasks.Breaks.Try() >> Tasks.Tried).Select(static _ => 1) >> Tasks.Breaks.As("open").Try() >> Tasks.Tried.As("then").Select(static text => text.Split(' ')[1]);

    [Workflow]
    public static Flow<int, string> Parts { get; } = Sides >> Tasks.Inc.As("here").WithExecution(Execution.Threads(2)) >> Tasks.Inc.As("there") >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Waits { get; } = ((Tasks.Inc >> Tasks.Show) | (Flow.WaitFor<int>("number") >> Tasks.Show.As("told"))).Select(static t => $"{t.Item1} {t.Item2}");

    [Workflow]
    public static Flow<int, string> Placed { get; } = Tasks.ReadsPlaced >> Tasks.ReadsPlaced.As("again") >> Tasks.Show;

    [Workflow]
    public static Flow<int, string> Deaf { get; } = Tasks.Forever >> Tasks.Show;
}
