using System.Globalization;

namespace Graflow.Fleets;

/// <summary>A length of time as commands and environments say it: in a form that has one meaning only. <c>10:00</c> could be hours or minutes, and <c>30</c> anything.</summary>
internal static class DurationText
{
    /// <summary>What is taken, for messages.</summary>
    internal const string Expected = "a time with its unit, such as 500ms, 90s, 10m, 2h or 1d, or hh:mm:ss, such as 00:10:00";

    private static readonly (string Text, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
    ];

    internal static bool TryRead(string text, out TimeSpan duration)
    {
        var (unit, length) = Array.Find(Units, unit => text.EndsWith(unit.Text, StringComparison.Ordinal));
        if (unit is null)
        {
            return TimeSpan.TryParseExact(text, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out duration);
        }

        duration = default;
        if (!decimal.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            || count > TimeSpan.MaxValue.Ticks / length.Ticks)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(count * length.Ticks));
        return true;
    }
}
