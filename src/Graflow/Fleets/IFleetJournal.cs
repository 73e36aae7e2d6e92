using Graflow.Logs;

namespace Graflow.Fleets;

/// <summary>The journal of a run that a fleet shares: beside the records stand the run's tasks and its channel, which all processes of the fleet reach.</summary>
internal interface IFleetJournal : IRunJournal
{
    IRunQueue Queue { get; }

    /// <summary>Called, on any thread, when the journal has failed by itself: another process has the run, or it is gone. A run that only waits would not notice.</summary>
    Action? Failed { get; set; }

    /// <summary>The run's channel; what happens to it is in no record.</summary>
    IStoredChannel Channel { get; }
}
