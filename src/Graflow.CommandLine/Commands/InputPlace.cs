namespace Graflow.Commands;

/// <summary>A place in an input.</summary>
/// <param name="Path">The member, such as <c>$.lines[0].count</c>; null where the text is not even JSON.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
internal sealed record InputPlace(string? Path, long Line, long Column)
{
    public override string ToString() => Path is null ? $"line {Line}, column {Column}" : $"{Path} (line {Line}, column {Column})";
}
