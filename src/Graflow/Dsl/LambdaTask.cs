using Graflow.CompilerServices;

namespace Graflow.Dsl;

/// <summary>Makes the nodes of <c>Flow.Task</c>.</summary>
internal static class LambdaTask
{
    internal static TaskNode<TIn, TOut> Value<TIn, TOut>(string id, TaskInjection injection, Delegate body, Func<TIn, TaskContext, TOut> invoke) =>
        new LambdaTask<TIn, TOut>(Describe<TIn>(id, TaskBody.Value, injection, body)) { Value = invoke };

    internal static TaskNode<TIn, TOut> ValueAsync<TIn, TOut>(string id, TaskInjection injection, Delegate body, Func<TIn, TaskContext, ValueTask<TOut>> invoke) =>
        new LambdaTask<TIn, TOut>(Describe<TIn>(id, TaskBody.ValueAsync, injection, body)) { ValueAsync = invoke };

    internal static TaskNode<TIn, TOut> Next<TIn, TOut>(string id, TaskInjection injection, Delegate body, Func<TIn, TaskContext, Next<TOut>> invoke) =>
        new LambdaTask<TIn, TOut>(Describe<TIn>(id, TaskBody.Next, injection, body)) { Next = invoke };

    internal static TaskNode<TIn, TOut> NextAsync<TIn, TOut>(string id, TaskInjection injection, Delegate body, Func<TIn, TaskContext, ValueTask<Next<TOut>>> invoke) =>
        new LambdaTask<TIn, TOut>(Describe<TIn>(id, TaskBody.NextAsync, injection, body)) { NextAsync = invoke };

    private static TaskDescriptor Describe<TIn>(string id, TaskBody kind, TaskInjection injection, Delegate body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new TaskDescriptor(FlowPath.CheckName(id), kind)
        {
            Injection = injection,
            Parameters = typeof(TIn) == typeof(Unit) ? [] : ["input"],
        };
    }
}

/// <summary>A task from a lambda; one of its bodies is set, as the descriptor says.</summary>
internal sealed class LambdaTask<TIn, TOut>(TaskDescriptor descriptor) : TaskNode<TIn, TOut>(descriptor)
{
    internal Func<TIn, TaskContext, TOut>? Value { get; init; }

    internal Func<TIn, TaskContext, ValueTask<TOut>>? ValueAsync { get; init; }

    internal Func<TIn, TaskContext, Next<TOut>>? Next { get; init; }

    internal Func<TIn, TaskContext, ValueTask<Next<TOut>>>? NextAsync { get; init; }

    protected internal override TOut Invoke(TIn input, TaskContext context) => Value!(input, context);

    protected internal override ValueTask<TOut> InvokeAsync(TIn input, TaskContext context) => ValueAsync!(input, context);

    protected internal override Next<TOut> InvokeNext(TIn input, TaskContext context) => Next!(input, context);

    protected internal override ValueTask<Next<TOut>> InvokeNextAsync(TIn input, TaskContext context) => NextAsync!(input, context);
}
