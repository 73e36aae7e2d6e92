using System.Globalization;
using System.Text;

namespace Graflow.Redis.Runs;

/// <summary>What became of a task, as the worker's commit, or the reaper, put it among the run's outcomes.</summary>
/// <param name="EntryId">Its place among them.</param>
/// <param name="Path">The task's place in the run.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Attempt">Which attempt it was.</param>
/// <param name="Value">The output or the failure.</param>
internal sealed record TaskOutcome(string EntryId, string Path, TaskOutcomeKind Kind, int Attempt, byte[] Value)
{
    /// <summary>How many workers a crashed one has had, and which was the last.</summary>
    internal (int Deliveries, string LastWorker) Crash
    {
        get
        {
            var parts = Encoding.UTF8.GetString(Value).Split(' ', 2);
            return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
    }
}
