using System.Globalization;

namespace Graflow.Tree;

/// <summary>Durations and counts in words, the same in every culture.</summary>
internal static class Wording
{
    internal static string Of(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.9995 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms"),
        < 59.95 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalHours} h {duration.Minutes} min"),
    };

    internal static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(fraction, 0, 1) * 100:0} %");

    /// <summary>One line, without anything that a terminal would take as a command.</summary>
    internal static string OneLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end] + "…";
        return line.Any(char.IsControl) ? string.Concat(line.Select(static letter => char.IsControl(letter) ? ' ' : letter)) : line;
    }
}
