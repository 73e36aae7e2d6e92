namespace Graflow.Redis.Runs;

/// <summary>What became of a call to a run's log.</summary>
internal enum LogReply
{
    Written,

    /// <summary>Another process drives the run now; nothing was written.</summary>
    Fenced,

    /// <summary>The run is gone; nothing was written.</summary>
    Missing,

    /// <summary>What comes before it has not arrived; nothing was written.</summary>
    Gap,
}
