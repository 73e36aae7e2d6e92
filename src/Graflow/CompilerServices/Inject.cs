using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>Called by generated nodes to turn what the engine gives into what a method's parameters want, and what the method returns into what the engine takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Inject
{
    /// <summary>A parameter marked <see cref="FromServicesAttribute"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such service; the message names task, parameter and type.</exception>
    public static T Service<T>(TaskContext context, string parameter)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Services.GetService(typeof(T)) is T service
            ? service
            : throw new InvalidOperationException($"{context.TaskId}: parameter '{parameter}' wants the service {typeof(T)}, which the engine's service provider does not have. Register it.");
    }

    /// <summary>A parameter marked <see cref="FromServicesAttribute"/> that may be null: null where there is no such service, or no service provider.</summary>
    public static T? OptionalService<T>(TaskContext context)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ServicesOrNull?.GetService(typeof(T)) as T;
    }

    /// <summary>A parameter marked <see cref="FromChannelAttribute"/>.</summary>
    /// <exception cref="KeyNotFoundException">The channel has no such key.</exception>
    public static async ValueTask<T> ChannelValueAsync<T>(TaskContext context, string key)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = await context.Channel.TryGetAsync<T>(key, context.CancellationToken).ConfigureAwait(false);
        return found.TryGet(out var value)
            ? value
            : throw new KeyNotFoundException($"{context.TaskId} wants \"{key}\" from the channel, where it is not set. Set it before, or give the parameter a default value.");
    }

    /// <summary>A parameter marked <see cref="FromChannelAttribute"/> that has a default value.</summary>
    public static ValueTask<T> ChannelValueAsync<T>(TaskContext context, string key, T fallback)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Channel.GetAsync(key, fallback, context.CancellationToken);
    }

    /// <summary>The object whose method the task is: the service of its type, else one made for this attempt.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="create">Makes one; null where the type has no public parameterless constructor.</param>
    /// <exception cref="InvalidOperationException">There is no such service, and none can be made.</exception>
    public static InstanceLease<T> Instance<T>(TaskContext context, Func<T>? create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ServicesOrNull?.GetService(typeof(T)) is T service)
        {
            return new InstanceLease<T>(service, isOwned: false);
        }

        return create is not null
            ? new InstanceLease<T>(create(), isOwned: true)
            : throw new InvalidOperationException($"{context.TaskId} is a method of {typeof(T)}, which the engine's service provider does not have and which has no public parameterless constructor. Register it.");
    }

    /// <summary>Waits for a task that yields nothing.</summary>
    public static ValueTask<Unit> AsUnit(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsCompletedSuccessfully ? default : AwaitUnit(new ValueTask(task));
    }

    /// <summary>Waits for a task that yields nothing.</summary>
    public static ValueTask<Unit> AsUnit(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return AwaitUnit(task);
        }

        task.GetAwaiter().GetResult();
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Unit> AwaitUnit(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return default;
    }
}
