namespace Graflow.Workers;

/// <summary>The other side sent what is no frame.</summary>
internal sealed class WorkerProtocolException(string message) : GraflowException(message);
