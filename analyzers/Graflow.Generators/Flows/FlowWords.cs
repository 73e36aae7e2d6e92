namespace Graflow.Generators.Flows;

/// <summary>What the run-time check says of the same mistakes, word for word; a test compares them.</summary>
internal static class FlowWords
{
    public static string Cycle(IReadOnlyList<string> tasks) =>
        $"The flow has a cycle: {string.Join(" → ", tasks)}. Loops are written with Next.To; to run a task a second time, use .As(\"…\").";

    public static string TwoInputs(string task, string known, string other) =>
        $"{task} is fed by both {known} and {other}; use .As(\"…\") to run it twice.";

    public static string TwoTasks(string task) =>
        $"Two different tasks are called {task}. Give one of them another id by [Task(\"…\")] or Flow.Task(\"…\").";

    public static string TwoOptionSets(string task) =>
        $"{task} stands in the flow with two option sets. A task is one vertex, which runs once: give both places the same options, or use .As(\"…\") to run it twice.";

    public static string TwoExecutions(string task) =>
        $"{task} stands in the flow under two executions. A task is one vertex, which runs once, in one place: put both mentions under the same WithExecution, or use .As(\"…\") to run it twice.";

    public static string NullOperand(string side) =>
        $"The {side} operand is null. Static flows are initialized in the order in which they stand in their class: declare a flow above the flows that use it, or make it a property with => instead of = . Flows that refer to each other cannot exist.";

    public static string NullSetting(string what) =>
        $"The {what} is null. Static members are initialized in the order in which they stand in their class: declare it above the flows that use it, or make it a property with => instead of = .";

    public static string OtherPart(string member) =>
        $"{member} is initialized in another file of its class, and which file comes first is not defined. Move both into one file, or make it a property with => instead of = .";

    public static string InitializationCycle(string member, string needed, string reader, string read) =>
        $"{member} needs {needed}, and to initialize its class {reader} needs {read}, which is null until then. Move what both classes need to a third one, or make it a property with => instead of = .";

    public static string Recursion(string path) =>
        $"These flows refer to each other: {path}. Reading one of them never ends: make one flow of them, or let a task return Next.To the other flow.";
}
