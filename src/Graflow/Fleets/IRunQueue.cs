namespace Graflow.Fleets;

/// <summary>Where a run's driver hands its tasks to the workers of a fleet. Thread-safe; no call waits.</summary>
internal interface IRunQueue
{
    /// <summary>
    /// Hands an attempt over, behind every record that was appended so far: no worker has it before what it follows from is safe.
    /// An attempt that an earlier driver of the run handed over stays where it is; if it has ended since, it completes at once.
    /// </summary>
    void Submit(QueuedTask task);

    /// <summary>Nobody waits for the attempt any more: it is taken back, and the worker that runs it is told. It is neither completed nor failed from then on; one that has ended already is forgotten.</summary>
    void Withdraw(QueuedTask task);

    /// <summary>What came of an attempt is among the records appended so far: together with them, the queue may forget it.</summary>
    void Settle(QueuedTask task);
}
