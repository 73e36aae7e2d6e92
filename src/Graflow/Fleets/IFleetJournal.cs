using Graflow.Logs;

namespace Graflow.Fleets;

/// <summary>The journal of a run that a fleet shares: beside the records stand the run's tasks and its channel, which all processes of the fleet reach.</summary>
internal interface IFleetJournal : IRunJournal
{
    IRunQueue Queue { get; }

    /// <summary>The run's channel; what happens to it is in no record.</summary>
    IStoredChannel Channel { get; }
}
