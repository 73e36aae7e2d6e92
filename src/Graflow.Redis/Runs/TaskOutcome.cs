using System.Globalization;
using System.Text;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>What became of a task, as the worker's commit, or the reaper, put it among the run's outcomes.</summary>
/// <param name="EntryId">Its place among them.</param>
/// <param name="Path">The task's place in the run.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Attempt">Which attempt it was.</param>
/// <param name="Value">The output or the failure.</param>
internal sealed record TaskOutcome(string EntryId, string Path, TaskOutcomeKind Kind, int Attempt, byte[] Value)
{
    /// <summary>How it was run; null where no worker has brought it to an end.</summary>
    internal TaskDelivery? Delivery { get; private init; }

    /// <param name="entryId">Its place among the run's outcomes.</param>
    /// <param name="field">The attempt's number and its path.</param>
    /// <param name="value">A letter for how it ended, how it was run, and what it came to.</param>
    internal static TaskOutcome Read(string entryId, string field, ReadOnlySpan<byte> value)
    {
        var end = field.IndexOf(' ', StringComparison.Ordinal);
        var kind = value[0] switch
        {
            (byte)'d' => TaskOutcomeKind.Succeeded,
            (byte)'f' => TaskOutcomeKind.Failed,
            _ => TaskOutcomeKind.Crashed,
        };
        var rest = value[1..];
        TaskDelivery? delivery = kind == TaskOutcomeKind.Crashed ? null : TaskDelivery.Read(ref rest);
        return new TaskOutcome(entryId, field[(end + 1)..], kind, int.Parse(field.AsSpan(0, end), CultureInfo.InvariantCulture), rest.ToArray()) { Delivery = delivery };
    }

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
