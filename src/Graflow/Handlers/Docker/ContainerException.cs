namespace Graflow;

/// <summary>The base of what goes wrong with containers and the engine that runs them. An ordinary failure of the task: <c>[Retry]</c> tries again.</summary>
public abstract class ContainerException : GraflowException
{
    private protected ContainerException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
