using System.CommandLine.Parsing;
using Graflow.Fleets;

namespace Graflow.Commands;

/// <summary>A length of time on the command line.</summary>
internal static class TimeText
{
    internal static TimeSpan? Read(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (DurationText.TryRead(text, out var duration))
        {
            return duration;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes {DurationText.Expected}, not '{text}'.");
        return null;
    }
}
