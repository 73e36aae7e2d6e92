using Spectre.Console;

namespace Graflow.Live;

/// <summary>Signs and colours of states, in what the terminal can show.</summary>
internal sealed class Glyphs(bool hasUnicode)
{
    private const string Dots = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private const string Hands = "|/-\\";

    internal static Style Plain { get; } = Style.Plain;

    internal static Style Dim { get; } = new(decoration: Decoration.Dim);

    internal static Style Bold { get; } = new(decoration: Decoration.Bold);

    internal static Style Good { get; } = new(Color.Green);

    internal static Style Bad { get; } = new(Color.Red);

    internal static Style Busy { get; } = new(Color.Aqua);

    internal static Style Warning { get; } = new(Color.Yellow);

    internal string Branch => hasUnicode ? "├─ " : "|- ";

    internal string LastBranch => hasUnicode ? "└─ " : "`- ";

    internal string Trunk => hasUnicode ? "│  " : "|  ";

    internal string More => hasUnicode ? "…" : "...";

    internal string Of(TaskState state, DateTimeOffset now) => hasUnicode
        ? state switch
        {
            TaskState.Running => Spin(Dots, now),
            TaskState.WaitingForRetry => "↻",
            TaskState.Parked => "⏸",
            TaskState.Continued => "↪",
            TaskState.Succeeded => "✓",
            TaskState.Failed => "✗",
            TaskState.Skipped => "↷",
            TaskState.Cancelled => "■",
            _ => "·",
        }
        : state switch
        {
            TaskState.Running => Spin(Hands, now),
            TaskState.WaitingForRetry => "~",
            TaskState.Parked => "=",
            TaskState.Continued => ">",
            TaskState.Succeeded => "+",
            TaskState.Failed => "x",
            TaskState.Skipped => "-",
            TaskState.Cancelled => "#",
            _ => ".",
        };

    internal static Style StyleOf(TaskState state) => state switch
    {
        TaskState.Running or TaskState.Parked => Busy,
        TaskState.WaitingForRetry or TaskState.Cancelled => Warning,
        TaskState.Succeeded => Good,
        TaskState.Failed => Bad,
        _ => Dim,
    };

    internal void AddBar(StyledLine line, double fraction, int width)
    {
        var full = (int)Math.Round(Math.Clamp(fraction, 0, 1) * width);
        line.Add(new string(hasUnicode ? '━' : '#', full), Busy).Add(new string(hasUnicode ? '─' : '-', width - full), Dim);
    }

    private static string Spin(string frames, DateTimeOffset now) =>
        frames[(int)(now.UtcTicks / TimeSpan.TicksPerMillisecond / 100 % frames.Length)].ToString();
}
