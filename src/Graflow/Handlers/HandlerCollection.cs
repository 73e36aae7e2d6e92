using System.Diagnostics.CodeAnalysis;
using Graflow.Handlers;

namespace Graflow;

/// <summary>The handlers of an engine, by name. <c>direct</c> and <c>process</c> are always there: the first calls the body, the second runs it in a child process.</summary>
public sealed class HandlerCollection
{
    internal const string Direct = "direct";
    internal const string Process = "process";

    private readonly Dictionary<string, ITaskHandler> _handlers = new(StringComparer.Ordinal) { [Process] = new ProcessHandler() };

    /// <summary>The known names, the built-in ones included.</summary>
    public IReadOnlyCollection<string> Names => [Direct, .. _handlers.Keys];

    /// <summary>Registers a handler.</summary>
    /// <param name="name">What tasks ask for by <c>[Task(Handler = "…")]</c>.</param>
    /// <param name="handler">Called concurrently by all runs of the engine.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public void Add(string name, ITaskHandler handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        if (name == Direct || !_handlers.TryAdd(name, handler))
        {
            throw new ArgumentException($"There is a handler named \"{name}\" already; choose another name.", nameof(name));
        }
    }

    /// <summary>Registers a handler under the name that its class declares by <see cref="TaskHandlerAttribute"/>.</summary>
    /// <param name="handler">Called concurrently by all runs of the engine.</param>
    /// <exception cref="ArgumentException">The class declares no name, or the name is empty or taken.</exception>
    public void Add(ITaskHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        // The attributes of a type that exists survive trimming, so this one question needs no generated table.
        var declared = (TaskHandlerAttribute?)Attribute.GetCustomAttribute(handler.GetType(), typeof(TaskHandlerAttribute));
        Add(
            declared?.Name ?? throw new ArgumentException($"{handler.GetType()} declares no name. Put [TaskHandler(\"…\")] on the class, or give one: Add(\"…\", handler).", nameof(handler)),
            handler);
    }

    internal bool TryGet(string name, [NotNullWhen(true)] out ITaskHandler? handler) => _handlers.TryGetValue(name, out handler);

    internal HandlerCollection Copy()
    {
        var copy = new HandlerCollection();
        foreach (var (name, handler) in _handlers)
        {
            copy._handlers[name] = handler;
        }

        return copy;
    }
}
