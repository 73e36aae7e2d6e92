using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Graflow.Live;

/// <summary>Turns styled lines into what a terminal is sent.</summary>
internal sealed class Painter
{
    private readonly StringBuilder _text = new();
    private readonly IAnsiConsole _console;

    internal Painter(ColorSystem colors)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(new StringWriter(_text)) });
        _console.Profile.Capabilities.ColorSystem = colors;
        _console.Profile.Capabilities.Links = false;
    }

    internal List<string> Paint(IEnumerable<StyledLine> lines, int width) => [.. lines.Select(line => Paint(line, width))];

    private string Paint(StyledLine line, int width)
    {
        _console.Write(new Picture(line.Fit(width)));
        var painted = _text.ToString();
        _text.Clear();
        return painted;
    }

    private sealed class Picture(IEnumerable<Segment> segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}
