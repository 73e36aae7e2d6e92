namespace Graflow.Redis.Tasks;

/// <summary>What a worker tells of a task while it runs it.</summary>
internal enum TaskNoteKind
{
    /// <summary>It began: number is the delivery, text the worker.</summary>
    Started,

    /// <summary>Number is the fraction, from 0 to 1, text what is done.</summary>
    Progress,

    /// <summary>A line of the body's logger: number is the level.</summary>
    Log,

    /// <summary>A line that the body's process wrote: number is the stream.</summary>
    Output,

    /// <summary>The run is to be cancelled: text is the reason.</summary>
    CancelRun,
}
