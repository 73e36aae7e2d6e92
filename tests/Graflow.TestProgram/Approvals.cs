namespace Graflow.TestProgram;

/// <summary>Flows that wait for people and for the clock.</summary>
public static partial class Approvals
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A body that asks by what it continues with.</summary>
    [Workflow]
    public static Flow<int, string> Asked { get; } = Tasks.Ask >> Tasks.Report;

    /// <summary>A wait and a delay that stand in the flow itself.</summary>
    [Workflow]
    public static Flow<int, string> Written { get; } =
        Tasks.Prepare >> (Tasks.Keep | Tasks.Keep.As("slow").Delay(Hour) | Flow.WaitFor<Answer>("approval", 2 * Hour)) >> Tasks.Conclude;

    /// <summary>Two people, of whom one may be late.</summary>
    [Workflow]
    public static Flow<int, string> Both { get; } =
        Tasks.Prepare >> (Flow.WaitFor<Answer>("first") | Flow.WaitFor<Answer>("second", Hour)).WithPolicy(GroupPolicy.BestEffort) >> Tasks.Judge;

    /// <summary>One answer after the other.</summary>
    [Workflow]
    public static Flow<int, string> Twice { get; } =
        Tasks.Prepare >> Flow.WaitFor<Answer>("approval") >> Tasks.Decide >> Flow.WaitFor<Answer>("approval") >> Tasks.Decide.As("again");

    [Task]
    public static int Prepare(int order) => order;

    [Task]
    public static int Keep(int order) => order;

    [Task]
    public static Next<string> Ask(int order) => Next.To(Flow.WaitFor<Answer>("approval", Hour) >> Tasks.Decide);

    [Task]
    public static string Decide(Answer answer) => $"{answer.By} said {(answer.IsYes ? "yes" : "no")}";

    [Task]
    public static string Report(string decision) => $"report: {decision}";

    [Task]
    public static string Conclude(int order, int late, Answer answer) => $"{order} {late} {Decide(answer)}";

    [Task]
    public static string Judge(Outcome<Answer> first, Outcome<Answer> second) =>
        $"{(first.IsSuccess ? Decide(first.Value) : first.Failure!.Message)}; {(second.IsSuccess ? Decide(second.Value) : second.Failure!.Message)}";

    /// <summary>Looks again after an hour, until there is nothing left to look for.</summary>
    [Task]
    public static Next<int> Poll(int left) => left == 0 ? left : Next.To(Flow.Delay<int>(Hour) >> Tasks.Poll, left - 1);

    /// <summary>Waits for whatever the caller says.</summary>
    [Task]
    public static Next<string> AskFor(string name) => Next.To(Open<string>(name));

    private static Flow<Unit, T> Open<T>(string name) => Flow.WaitFor<T>(name);

    public sealed record Answer(bool IsYes, string By);
}
