namespace Quickstart.Report;

/// <summary>When one body ran.</summary>
/// <param name="Path">The task in the run, with element and iteration: <c>Earthquakes.RefineRegions#2</c>.</param>
/// <param name="Start">Since the run started.</param>
/// <param name="End">Since the run started.</param>
/// <param name="Ending">How it ended.</param>
public sealed record TaskSpan(string Path, TimeSpan Start, TimeSpan End, SpanEnding Ending)
{
    /// <summary>The task without element and iteration, and without the class when the page speaks of one flow only.</summary>
    public string Task => Path[..(Path.IndexOfAny(['[', '#']) is var end and >= 0 ? end : Path.Length)];
}
