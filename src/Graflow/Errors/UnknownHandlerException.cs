namespace Graflow;

/// <summary>A task asks for a handler that the engine does not have. Found when the run starts, before any task runs.</summary>
public sealed class UnknownHandlerException : GraflowException
{
    internal UnknownHandlerException(string taskId, string handler, IReadOnlyCollection<string> known)
        : base(HandlerWords.Unknown(taskId, handler, known) + ".", inner: null, "GRF301")
    {
        TaskId = taskId;
        Handler = handler;
    }

    /// <summary>The task.</summary>
    public string TaskId { get; }

    /// <summary>The name that it asks for.</summary>
    public string Handler { get; }
}
