using Spectre.Console;

namespace Graflow.Live;

/// <summary>A terminal that moves its cursor.</summary>
/// <param name="Output">Where to write.</param>
/// <param name="Colors">The colours that it has, and that its user wants.</param>
/// <param name="HasUnicode">Whether it shows more than ASCII.</param>
/// <param name="Size">Its present width and height in cells.</param>
internal sealed record Terminal(TextWriter Output, ColorSystem Colors, bool HasUnicode, Func<(int Width, int Height)> Size)
{
    /// <summary>Whether this is the process's console, past which other writers have to be led.</summary>
    internal bool IsConsole { get; init; }

    /// <summary>The process's terminal; null when standard output is not one, or is watched by a program instead of a person.</summary>
    internal static Terminal? TryOpen()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        var profile = console.Profile;
        return profile.Out.IsTerminal && profile.Capabilities is { Ansi: true, Interactive: true }
            ? new Terminal(Console.Out, profile.Capabilities.ColorSystem, profile.Capabilities.Unicode, () => (profile.Out.Width, profile.Out.Height)) { IsConsole = true }
            : null;
    }
}
