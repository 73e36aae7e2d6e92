namespace Graflow.Redis.Runs;

/// <summary>What became of records that were sent to a run's log.</summary>
internal enum LogReply
{
    Written,

    /// <summary>Another process drives the run now, or it is gone; nothing was written.</summary>
    Fenced,

    /// <summary>Those before them have not arrived; nothing was written.</summary>
    Gap,
}
