public static partial class Flows
{
    [Task] public static int Parse(string text) => int.Parse(text);
    [Task] public static (int A, int B) Split(int x) => (x, x);

    [Workflow] public static Flow<string, (int A, int B)> Property { get; } = Tasks.Parse >> Tasks.Split;
    [Workflow("named \"so\"")] public static Flow<string, int> Method() => Tasks.Parse;
    [Workflow] internal static IExecutable<string, int> Interface => Tasks.Parse;
    [Workflow] public static Flow<(string? Text, int), int> Pair => Flow.Task("pair", ((string?, int) x) => x.Item2);
    [Workflow] public static ParallelGroup<string, (int, int)> Group => Tasks.Parse | Tasks.Parse.As("again");
}

public static partial class OnlyFlows
{
    [Workflow] public static Flow<string, int> @default => Flows.Method();
}
