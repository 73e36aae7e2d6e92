namespace Graflow.Workers;

/// <summary>Whether a worker has the code that this process expects: what both know must be the same.</summary>
internal static class HandshakeCheck
{
    private const string Advice = "Build and deploy both from the same sources.";

    /// <exception cref="WorkerHandshakeException">It has not.</exception>
    internal static void Run(string worker, Handshake theirs, Handshake ours)
    {
        if (theirs.Version != ours.Version)
        {
            throw new WorkerHandshakeException(worker, $"it speaks version {theirs.Version} of the protocol, this program version {ours.Version}. Use one version of Graflow for both.");
        }

        if (theirs.Library != ours.Library)
        {
            throw new WorkerHandshakeException(worker, $"its Graflow is another build: {theirs.Library} there, {ours.Library} here. Use one version of Graflow for both.");
        }

        foreach (var module in ours.Modules)
        {
            var other = theirs.Modules.FirstOrDefault(their => their.Assembly == module.Assembly);
            if (other is not null && other.VersionId != module.VersionId)
            {
                throw new WorkerHandshakeException(worker, $"{module.Assembly} is another build: {other.VersionId} there, {module.VersionId} here. {Advice}");
            }

            if (other is not null && other.TasksHash != module.TasksHash)
            {
                throw new WorkerHandshakeException(worker, $"it registers other tasks of {module.Assembly} than this program does. {Advice}");
            }
        }
    }
}
