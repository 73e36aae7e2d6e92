using System.CommandLine.Parsing;
using System.Globalization;

namespace Graflow.Commands;

/// <summary>A whole number on the command line.</summary>
internal static class CountText
{
    /// <param name="result">What was written.</param>
    /// <param name="least">The smallest that is taken.</param>
    /// <param name="most">The largest.</param>
    internal static int? Read(ArgumentResult result, int least, int most = int.MaxValue)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var range = most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}";
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes a whole number {range}, not '{text}'.");
        return null;
    }
}
