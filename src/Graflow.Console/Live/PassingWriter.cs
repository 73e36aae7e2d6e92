using System.Text;

namespace Graflow.Live;

/// <summary>Stands in for a writer of the console while a tree is shown: hands on whole lines.</summary>
internal sealed class PassingWriter(TextWriter original, Action<PassingWriter, string> pass) : TextWriter(original.FormatProvider)
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding { get; } = original.Encoding;

    public override void Write(char value) => pass(this, value.ToString());

    public override void Write(string? value) => pass(this, value ?? "");

    public override void Write(char[] buffer, int index, int count) => pass(this, new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => pass(this, buffer.ToString());

    public override void WriteLine(string? value) => pass(this, value + NewLine);

    /// <summary>Adds text, and takes the lines that are whole.</summary>
    internal string TakeLines(string text)
    {
        var end = text.LastIndexOf('\n') + 1;
        if (end == 0)
        {
            _line.Append(text);
            return "";
        }

        var lines = _line.Append(text, 0, end).ToString();
        _line.Clear().Append(text, end, text.Length - end);
        return lines;
    }

    /// <summary>Takes the line that is not whole.</summary>
    internal string TakeRest()
    {
        var rest = _line.ToString();
        _line.Clear();
        return rest;
    }
}
