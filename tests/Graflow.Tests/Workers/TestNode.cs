using Graflow.CompilerServices;

namespace Graflow.Tests.Workers;

/// <summary>A task as the generator makes one, from a lambda; registered on demand.</summary>
internal sealed class TestNode<TIn, TOut>(string id, Func<TIn, TaskContext<TIn>, ValueTask<Next<TOut>>> body)
    : TaskNode<TIn, TOut>(new TaskDescriptor(id, TaskBody.NextAsync) { Injection = TaskInjection.Context, Assembly = "Graflow.Tests" })
{
    internal TestNode(string id, Func<TIn, TOut> body)
        : this(id, (input, _) => new(body(input)))
    {
    }

    internal TestNode<TIn, TOut> Registered()
    {
        GraflowRegistry.Add(new TaskRegistration(Id, "Graflow.Tests", () => this));
        return this;
    }

    protected internal override ValueTask<Next<TOut>> InvokeNextAsync(TIn input, TaskContext context) => body(input, (TaskContext<TIn>)context);
}
