// Written by eng/Arities.cs.
using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow;

public static partial class Flow
{
    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<Task<TOut>> body) =>
        LambdaTask.ValueAsync<Unit, TOut>(id, TaskInjection.None, body, (_, _) => new ValueTask<TOut>(body()));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TaskContext, Task<TOut>> body) =>
        LambdaTask.ValueAsync<Unit, TOut>(id, TaskInjection.Context, body, (_, context) => new ValueTask<TOut>(body(context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<CancellationToken, Task<TOut>> body) =>
        LambdaTask.ValueAsync<Unit, TOut>(id, TaskInjection.CancellationToken, body, (_, context) => new ValueTask<TOut>(body(context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, Task<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.None, body, (input, _) => new ValueTask<TOut>(body(input)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext, Task<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => new ValueTask<TOut>(body(input, context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context in which it can ask for another iteration, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext<TIn>, Task<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => new ValueTask<TOut>(body(input, (TaskContext<TIn>)context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, CancellationToken, Task<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.CancellationToken, body, (input, context) => new ValueTask<TOut>(body(input, context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, Unit> Task(string id, Func<Task> body) =>
        LambdaTask.ValueAsync<Unit, Unit>(id, TaskInjection.None, body, (_, _) => Inject.AsUnit(body()));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, Unit> Task(string id, Func<TaskContext, Task> body) =>
        LambdaTask.ValueAsync<Unit, Unit>(id, TaskInjection.Context, body, (_, context) => Inject.AsUnit(body(context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<Unit, Unit> Task(string id, Func<CancellationToken, Task> body) =>
        LambdaTask.ValueAsync<Unit, Unit>(id, TaskInjection.CancellationToken, body, (_, context) => Inject.AsUnit(body(context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, Task> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.None, body, (input, _) => Inject.AsUnit(body(input)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, TaskContext, Task> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.Context, body, (input, context) => Inject.AsUnit(body(input, context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context in which it can ask for another iteration, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, TaskContext<TIn>, Task> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.Context, body, (input, context) => Inject.AsUnit(body(input, (TaskContext<TIn>)context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, CancellationToken, Task> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.CancellationToken, body, (input, context) => Inject.AsUnit(body(input, context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<Unit, TOut>(id, TaskInjection.None, body, (_, _) => body());

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TaskContext, ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<Unit, TOut>(id, TaskInjection.Context, body, (_, context) => body(context));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<CancellationToken, ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<Unit, TOut>(id, TaskInjection.CancellationToken, body, (_, context) => body(context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.None, body, (input, _) => body(input));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext, ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => body(input, context));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context in which it can ask for another iteration, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext<TIn>, ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => body(input, (TaskContext<TIn>)context));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields a value later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, CancellationToken, ValueTask<TOut>> body) =>
        LambdaTask.ValueAsync<TIn, TOut>(id, TaskInjection.CancellationToken, body, (input, context) => body(input, context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, Unit> Task(string id, Func<ValueTask> body) =>
        LambdaTask.ValueAsync<Unit, Unit>(id, TaskInjection.None, body, (_, _) => Inject.AsUnit(body()));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, Unit> Task(string id, Func<TaskContext, ValueTask> body) =>
        LambdaTask.ValueAsync<Unit, Unit>(id, TaskInjection.Context, body, (_, context) => Inject.AsUnit(body(context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<Unit, Unit> Task(string id, Func<CancellationToken, ValueTask> body) =>
        LambdaTask.ValueAsync<Unit, Unit>(id, TaskInjection.CancellationToken, body, (_, context) => Inject.AsUnit(body(context.CancellationToken)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, ValueTask> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.None, body, (input, _) => Inject.AsUnit(body(input)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, TaskContext, ValueTask> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.Context, body, (input, context) => Inject.AsUnit(body(input, context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context in which it can ask for another iteration, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, TaskContext<TIn>, ValueTask> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.Context, body, (input, context) => Inject.AsUnit(body(input, (TaskContext<TIn>)context)));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and ends later.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    [OverloadResolutionPriority(PreferValueTask)]
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Func<TIn, CancellationToken, ValueTask> body) =>
        LambdaTask.ValueAsync<TIn, Unit>(id, TaskInjection.CancellationToken, body, (input, context) => Inject.AsUnit(body(input, context.CancellationToken)));
}
