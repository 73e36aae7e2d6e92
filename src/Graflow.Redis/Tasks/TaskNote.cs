using System.Globalization;
using Graflow.Redis.Scripts;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Tasks;

/// <summary>Something that a worker tells of a task while it runs it. In the run's stream of notes it stands as <c>o path a attempt k kind n number v text</c>.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Number">A number, where the kind has one.</param>
/// <param name="Text">A text, where the kind has one, else empty.</param>
internal readonly record struct TaskNote(TaskNoteKind Kind, double Number, string Text)
{
    private static readonly string[] Letters = ["s", "p", "l", "o", "c"];

    /// <param name="delivery">Who began, and how long ago.</param>
    internal static TaskNote Started(in TaskDelivery delivery) =>
        new(TaskNoteKind.Started, delivery.Number, string.Create(CultureInfo.InvariantCulture, $"{delivery.Elapsed.Ticks / TimeSpan.TicksPerMicrosecond} {delivery.Worker}"));

    internal static TaskNote Progress(double fraction, string? text) => new(TaskNoteKind.Progress, fraction, text ?? "");

    internal static TaskNote Log(LogLevel level, string message) => new(TaskNoteKind.Log, (int)level, message);

    internal static TaskNote Output(OutputStream stream, string line) => new(TaskNoteKind.Output, (int)stream, line);

    internal static TaskNote CancelRun(string reason) => new(TaskNoteKind.CancelRun, 0, reason);

    /// <summary>Reads one entry of a run's notes.</summary>
    /// <param name="entry">The id, and then the fields.</param>
    /// <returns>Whose note it is: the task's path and which attempt, and the note.</returns>
    internal static (string Path, int Attempt, TaskNote Note) Read(Reply entry)
    {
        var fields = entry[1];
        var kind = (TaskNoteKind)Array.IndexOf(Letters, fields[5].Text);
        return (fields[1].Text, (int)fields[3].Number, new TaskNote(kind, double.Parse(fields[7].Text, CultureInfo.InvariantCulture), fields[9].Text));
    }

    /// <summary>Who began, if this is such a note.</summary>
    internal TaskDelivery Delivery
    {
        get
        {
            var end = Text.IndexOf(' ', StringComparison.Ordinal);
            return new TaskDelivery(Text[(end + 1)..], (int)Number, TimeSpan.FromMicroseconds(long.Parse(Text.AsSpan(0, end), CultureInfo.InvariantCulture)));
        }
    }

    internal void AddTo(Arguments arguments) =>
        arguments.Add(Letters[(int)Kind]).Add(Number.ToString("R", CultureInfo.InvariantCulture)).Add(Text);
}
