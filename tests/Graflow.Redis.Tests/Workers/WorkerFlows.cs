using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Tests.Workers;

namespace Graflow.Redis.Tests.Workers;

/// <summary>What a generated module registers, written by hand; once, because the registry is the process's. What bodies do is said by the test, by the name that their input begins with.</summary>
internal static class WorkerFlows
{
    internal static TestNode<int, int> Add { get; } = new TestNode<int, int>("worker.Add", static n => n + 1).Registered();

    internal static TestNode<int, int> Twice { get; } = new TestNode<int, int>("worker.Twice", static n => 2 * n).Registered();

    /// <summary>Does what the test has set for its input.</summary>
    internal static TestNode<string, string> Scripted { get; } = new TestNode<string, string>("worker.Scripted", static async (input, context) => await Bodies![input](context)).Registered();

    internal static Flow<int, int> Sum { get; } = Add >> Twice;

    internal static Flow<string, string> OneBody { get; } = Scripted >> Flow.Task("worker.same", static (string text) => text);

    internal static ConcurrentDictionary<string, Func<TaskContext, Task<string>>> Bodies { get; } = new(StringComparer.Ordinal);

    static WorkerFlows()
    {
        GraflowRegistry.Add(new WorkflowRegistration<int, int>("worker.Sum", static () => Sum));
        GraflowRegistry.Add(new WorkflowRegistration<string, string>("worker.OneBody", static () => OneBody));
    }

    /// <summary>Gives the body for an input of its own.</summary>
    internal static string Script(Func<TaskContext, Task<string>> body)
    {
        var name = Guid.NewGuid().ToString("N");
        Bodies[name] = body;
        return name;
    }
}
