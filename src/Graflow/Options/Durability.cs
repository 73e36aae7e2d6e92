namespace Graflow;

/// <summary>What has to happen to a record of a run's log before anything that follows from it.</summary>
public enum Durability
{
    /// <summary>The operating system has it: it survives the end of the process, however it comes. What was written within the last <see cref="FileLogOptions.CommitInterval"/> may be lost if the machine loses power; tasks that ended in it then run again.</summary>
    Async,

    /// <summary>It is on the disk, and survives the loss of power. All records that come while the disk is busy are written there at once.</summary>
    Fsync,
}
