using Graflow.Engine;
using Graflow.Fleets;
using Graflow.Logs;

namespace Graflow.Redis.Runs;

/// <summary>What a process must have to drive a run, as the run's first record says it.</summary>
internal static class RunFlow
{
    /// <returns>Null where the record is not the start of a run that this version can read.</returns>
    internal static string? Of(byte[] first)
    {
        try
        {
            var start = RunStartedRecord.Read(first);
            return FleetFlow.IdOf(start.Workflow, PlanStructure.HashOf(start.Structure));
        }
        catch (RunLogException)
        {
            return null;
        }
    }
}
