using Graflow.Resilience;

namespace Graflow;

/// <summary>A child process or a container has other code than this process: another version of Graflow, or of the assemblies with the tasks. Nothing was sent to it.</summary>
public sealed class WorkerHandshakeException : GraflowException, INeverRetried
{
    internal WorkerHandshakeException(string worker, string difference)
        : base($"{worker} cannot run tasks of this program: {difference}")
    {
    }
}
