namespace Graflow;

/// <summary>A run's log cannot be read or written: it is corrupt, the disk is full, the device fails. A run that was under way ends in this process only: it can be resumed once the cause is gone.</summary>
public sealed class RunLogException : GraflowException
{
    internal RunLogException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
