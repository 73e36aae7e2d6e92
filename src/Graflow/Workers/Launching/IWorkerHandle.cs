namespace Graflow.Workers;

/// <summary>One started worker. Disposing of it kills what still runs and frees what it holds.</summary>
internal interface IWorkerHandle : IAsyncDisposable
{
    /// <summary>What people call it, such as <c>process 4711</c>.</summary>
    string Name { get; }

    /// <summary>The protocol towards the worker; writes block.</summary>
    Stream ToWorker { get; }

    /// <summary>The protocol from the worker; reads block, and yield 0 once the worker has ended or is killed.</summary>
    Stream FromWorker { get; }

    /// <summary>Ends when the worker has ended and all its output lines were delivered; never fails.</summary>
    Task<WorkerExit> Exited { get; }

    /// <summary>Called with each line of stdout and stderr that did not come over the protocol, on a thread of the handle's own. Lines that come before it is set are kept.</summary>
    Action<OutputStream, string>? OutputLine { get; set; }

    /// <summary>Ends the worker and everything that it started, at once. May be called again, and after the end.</summary>
    void Kill();
}
