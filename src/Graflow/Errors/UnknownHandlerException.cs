namespace Graflow;

/// <summary>A task asks for a handler that the engine does not have. Found when the run starts, before any task runs.</summary>
public sealed class UnknownHandlerException : GraflowException
{
    internal UnknownHandlerException(string taskId, string handler, IReadOnlyCollection<string> known)
        : base(Describe(taskId, handler, known), inner: null, "GRF301")
    {
        TaskId = taskId;
        Handler = handler;
    }

    /// <summary>The task.</summary>
    public string TaskId { get; }

    /// <summary>The name that it asks for.</summary>
    public string Handler { get; }

    private static string Describe(string taskId, string handler, IReadOnlyCollection<string> known)
    {
        var hint = EditDistance.Nearest(handler, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
        return $"{taskId} asks for the handler \"{handler}\", which this engine does not have; it has {string.Join(", ", known.Order())}.{hint} Register it: new WorkflowEngine(o => o.Handlers.Add(\"{handler}\", …)).";
    }
}
