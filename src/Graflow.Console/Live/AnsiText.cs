using System.Text.RegularExpressions;
using Spectre.Console.Rendering;

namespace Graflow.Live;

/// <summary>Text with escape sequences.</summary>
internal static partial class AnsiText
{
    internal static int Width(string text) => new Segment(Escape().Replace(text, "")).CellCount();

    [GeneratedRegex(@"\u001b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escape();
}
