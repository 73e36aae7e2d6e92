// Written by eng/Arities.cs.
using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow;

public static partial class Flow
{
    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<Next<TOut>> body) =>
        LambdaTask.Next<Unit, TOut>(id, TaskInjection.None, body, (_, _) => body());

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TaskContext, Next<TOut>> body) =>
        LambdaTask.Next<Unit, TOut>(id, TaskInjection.Context, body, (_, context) => body(context));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<CancellationToken, Next<TOut>> body) =>
        LambdaTask.Next<Unit, TOut>(id, TaskInjection.CancellationToken, body, (_, context) => body(context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, Next<TOut>> body) =>
        LambdaTask.Next<TIn, TOut>(id, TaskInjection.None, body, (input, _) => body(input));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext, Next<TOut>> body) =>
        LambdaTask.Next<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => body(input, context));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, CancellationToken, Next<TOut>> body) =>
        LambdaTask.Next<TIn, TOut>(id, TaskInjection.CancellationToken, body, (input, context) => body(input, context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<Task<Next<TOut>>> body) =>
        LambdaTask.NextAsync<Unit, TOut>(id, TaskInjection.None, body, (_, _) => new ValueTask<Next<TOut>>(body()));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TaskContext, Task<Next<TOut>>> body) =>
        LambdaTask.NextAsync<Unit, TOut>(id, TaskInjection.Context, body, (_, context) => new ValueTask<Next<TOut>>(body(context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<CancellationToken, Task<Next<TOut>>> body) =>
        LambdaTask.NextAsync<Unit, TOut>(id, TaskInjection.CancellationToken, body, (_, context) => new ValueTask<Next<TOut>>(body(context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, Task<Next<TOut>>> body) =>
        LambdaTask.NextAsync<TIn, TOut>(id, TaskInjection.None, body, (input, _) => new ValueTask<Next<TOut>>(body(input)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext, Task<Next<TOut>>> body) =>
        LambdaTask.NextAsync<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => new ValueTask<Next<TOut>>(body(input, context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, CancellationToken, Task<Next<TOut>>> body) =>
        LambdaTask.NextAsync<TIn, TOut>(id, TaskInjection.CancellationToken, body, (input, context) => new ValueTask<Next<TOut>>(body(input, context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<ValueTask<Next<TOut>>> body) =>
        LambdaTask.NextAsync<Unit, TOut>(id, TaskInjection.None, body, (_, _) => body());

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TaskContext, ValueTask<Next<TOut>>> body) =>
        LambdaTask.NextAsync<Unit, TOut>(id, TaskInjection.Context, body, (_, context) => body(context));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<CancellationToken, ValueTask<Next<TOut>>> body) =>
        LambdaTask.NextAsync<Unit, TOut>(id, TaskInjection.CancellationToken, body, (_, context) => body(context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, ValueTask<Next<TOut>>> body) =>
        LambdaTask.NextAsync<TIn, TOut>(id, TaskInjection.None, body, (input, _) => body(input));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext, ValueTask<Next<TOut>>> body) =>
        LambdaTask.NextAsync<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => body(input, context));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields later a value or what to run next.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, CancellationToken, ValueTask<Next<TOut>>> body) =>
        LambdaTask.NextAsync<TIn, TOut>(id, TaskInjection.CancellationToken, body, (input, context) => body(input, context.CancellationToken));
}
