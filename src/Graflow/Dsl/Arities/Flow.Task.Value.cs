// Written by eng/Arities.cs.
using Graflow.CompilerServices;

namespace Graflow;

public static partial class Flow
{
    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TOut> body) =>
        LambdaTask.Value<Unit, TOut>(id, TaskInjection.None, body, (_, _) => body());

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<TaskContext, TOut> body) =>
        LambdaTask.Value<Unit, TOut>(id, TaskInjection.Context, body, (_, context) => body(context));

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, TOut> Task<TOut>(string id, Func<CancellationToken, TOut> body) =>
        LambdaTask.Value<Unit, TOut>(id, TaskInjection.CancellationToken, body, (_, context) => body(context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TOut> body) =>
        LambdaTask.Value<TIn, TOut>(id, TaskInjection.None, body, (input, _) => body(input));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext, TOut> body) =>
        LambdaTask.Value<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => body(input, context));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context in which it can ask for another iteration, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, TaskContext<TIn>, TOut> body) =>
        LambdaTask.Value<TIn, TOut>(id, TaskInjection.Context, body, (input, context) => body(input, (TaskContext<TIn>)context));

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields a value.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, TOut> Task<TIn, TOut>(string id, Func<TIn, CancellationToken, TOut> body) =>
        LambdaTask.Value<TIn, TOut>(id, TaskInjection.CancellationToken, body, (input, context) => body(input, context.CancellationToken));

    /// <summary>A task without a <c>[Task]</c> method: it takes nothing, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, Unit> Task(string id, Action body) =>
        LambdaTask.Value<Unit, Unit>(id, TaskInjection.None, body, (_, _) => { body(); return default; });

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the context, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, Unit> Task(string id, Action<TaskContext> body) =>
        LambdaTask.Value<Unit, Unit>(id, TaskInjection.Context, body, (_, context) => { body(context); return default; });

    /// <summary>A task without a <c>[Task]</c> method: it takes no input but the cancellation token, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<Unit, Unit> Task(string id, Action<CancellationToken> body) =>
        LambdaTask.Value<Unit, Unit>(id, TaskInjection.CancellationToken, body, (_, context) => { body(context.CancellationToken); return default; });

    /// <summary>A task without a <c>[Task]</c> method: it takes its input, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Action<TIn> body) =>
        LambdaTask.Value<TIn, Unit>(id, TaskInjection.None, body, (input, _) => { body(input); return default; });

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Action<TIn, TaskContext> body) =>
        LambdaTask.Value<TIn, Unit>(id, TaskInjection.Context, body, (input, context) => { body(input, context); return default; });

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the context in which it can ask for another iteration, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Action<TIn, TaskContext<TIn>> body) =>
        LambdaTask.Value<TIn, Unit>(id, TaskInjection.Context, body, (input, context) => { body(input, (TaskContext<TIn>)context); return default; });

    /// <summary>A task without a <c>[Task]</c> method: it takes its input and the cancellation token, and yields nothing.</summary>
    /// <exception cref="FlowDefinitionException">The id is empty or has one of <c>/ # [ ] !</c>.</exception>
    public static TaskNode<TIn, Unit> Task<TIn>(string id, Action<TIn, CancellationToken> body) =>
        LambdaTask.Value<TIn, Unit>(id, TaskInjection.CancellationToken, body, (input, context) => { body(input, context.CancellationToken); return default; });
}
