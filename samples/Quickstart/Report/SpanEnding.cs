namespace Quickstart.Report;

/// <summary>How a body ended.</summary>
public enum SpanEnding
{
    Succeeded,
    Continued,
    Failed,
}
