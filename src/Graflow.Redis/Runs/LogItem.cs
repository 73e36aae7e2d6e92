using System.Globalization;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>One thing that a driver does to its run; all of them take effect in the order in which they were made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">What with.</param>
internal readonly record struct LogItem(LogItemKind Kind, object? Content)
{
    private const int Overhead = 64;

    /// <summary>About how many bytes it takes in a call.</summary>
    internal int Size => Overhead + Content switch
    {
        byte[] record => record.Length,
        TaskSubmission task => (task.Input.Bytes?.Length ?? 0) + (task.Extra?.Length ?? 0) + task.Path.Length,
        _ => 0,
    };

    internal static LogItem Record(byte[] record) => new(LogItemKind.Record, record);

    internal static LogItem Submit(TaskSubmission task) => new(LogItemKind.Submit, task);

    /// <param name="path">The task.</param>
    /// <param name="attempt">Which attempt of it; another one stays.</param>
    /// <param name="input">The name of a stored input that nobody needs any more; null for none.</param>
    internal static LogItem Withdraw(string path, int attempt, string? input) => new(LogItemKind.Withdraw, (string[])[path, attempt.ToString(CultureInfo.InvariantCulture), input ?? ""]);

    /// <param name="outcome">Its id.</param>
    /// <param name="input">The name of a stored input that nobody needs any more; null for none.</param>
    internal static LogItem Acknowledge(string outcome, string? input) => new(LogItemKind.Acknowledge, (string[])[outcome, input ?? ""]);

    internal static LogItem Flow(string flow) => new(LogItemKind.Flow, (string[])[flow]);

    internal static LogItem End { get; } = new(LogItemKind.End, Content: null);

    internal void AddTo(Arguments arguments)
    {
        arguments.Add(Kind switch
        {
            LogItemKind.Record => "r",
            LogItemKind.Submit => "t",
            LogItemKind.Withdraw => "w",
            LogItemKind.Acknowledge => "a",
            LogItemKind.Flow => "f",
            _ => "e",
        });
        switch (Content)
        {
            case byte[] record:
                arguments.Add(record);
                break;
            case TaskSubmission task:
                task.AddTo(arguments);
                break;
            case string[] texts:
                foreach (var text in texts)
                {
                    arguments.Add(text);
                }

                break;
        }
    }
}
