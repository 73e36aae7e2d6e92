using System.Diagnostics.CodeAnalysis;
using Graflow.Handlers;
using Graflow.Handlers.Docker;

namespace Graflow;

/// <summary>The handlers of an engine, by name. <c>direct</c>, <c>process</c> and <c>docker</c> are always there: the first calls the body, the others run it in a child process and in a container.</summary>
public sealed class HandlerCollection
{
    internal const string Direct = "direct";
    internal const string Process = "process";
    internal const string Docker = "docker";

    private static readonly DockerHandler DefaultDocker = new(new DockerOptions());

    private readonly Dictionary<string, ITaskHandler> _handlers = new(StringComparer.Ordinal) { [Process] = new ProcessHandler(), [Docker] = DefaultDocker };

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

    /// <summary>Registers a handler that runs bodies in containers; several, each with its image, may be in one flow. The program itself is mounted into them: its <c>Main</c> must begin with <c>if (await GraflowHost.TryServeAsync(args)) return;</c>.</summary>
    /// <param name="name">What tasks ask for by <c>[Task(Handler = "…")]</c>. <c>docker</c> sets the options of the handler that is always there.</param>
    /// <param name="options">The image, and what its containers see of the machine.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="FlowDefinitionException">An option is out of range (GRF302).</exception>
    public void AddDocker(string name, DockerOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(options);
        DockerOptionsValidator.Check(options, name);
        if (name == Docker && ReferenceEquals(_handlers[Docker], DefaultDocker))
        {
            _handlers.Remove(Docker);
        }

        Add(name, new DockerHandler(options));
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
