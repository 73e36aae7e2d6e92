using Graflow;

/// <summary>Types of waits and delays are registered; those of signals get codecs too.</summary>
public static partial class Approvals
{
    public sealed record Answer(bool IsYes, string By);

    public sealed record Order(int Id);

    public sealed record Sent(string Text);

    public sealed record Local(int Number);

    [Workflow]
    public static Flow<int, string> Asked { get; } = Tasks.Ask >> Flow.Delay(TimeSpan.FromHours(1)) >> Flow.WaitFor<Answer>("approval", TimeSpan.FromHours(2)) >> Tasks.Say;

    [Task]
    public static Next<int> Ask(int order) => Next.To(Flow.Delay<Order>(TimeSpan.FromHours(1)).Select(static order => order.Id), new Order(order));

    [Task]
    public static string Say(Answer answer) => answer.By;

    [Task]
    public static int Count(int value) => value;

    public static Flow<int, int> Later { get; } = Tasks.Count.Delay(TimeSpan.FromHours(1));

    public static Task SendAsync(WorkflowEngine engine, string run) => engine.SignalAsync(run, "sent", new Sent("text"));

    // Nobody knows the type here, and nothing of it is registered.
    public static Flow<Unit, T> Open<T>() => Flow.WaitFor<T>("open");

    public static Local Delay(Local value) => Delay(value);
}
