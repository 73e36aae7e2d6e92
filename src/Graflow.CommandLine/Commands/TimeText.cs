using System.CommandLine.Parsing;
using System.Globalization;

namespace Graflow.Commands;

/// <summary>A length of time on the command line: a number of seconds, or as in <c>00:01:30</c>.</summary>
internal static class TimeText
{
    internal static TimeSpan? Read(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero)
        {
            return time;
        }

        result.AddError($"'{text}' is no time; write a number of seconds, or 00:01:30.");
        return null;
    }
}
