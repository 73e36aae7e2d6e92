using System.Globalization;
using System.Text;
using Graflow.Redis.Keys;

namespace Graflow.Redis.Runs;

/// <summary>What a run's driver is woken with.</summary>
/// <param name="RunId">The run that has news.</param>
/// <param name="Outcome">What the news is, where it is one small outcome; null where it is to be read.</param>
internal readonly record struct NewsMessage(string RunId, TaskOutcome? Outcome)
{
    private const byte End = (byte)'\n';

    /// <param name="message">The run's name and, where the outcome goes along, its entry, the length of its field, the field and the value, as <c>shared/outcome.lua</c> writes them.</param>
    internal static NewsMessage Read(byte[] message)
    {
        var rest = message.AsSpan();
        var run = new RunName(Text(Line(ref rest))).RunId;
        if (rest.IsEmpty)
        {
            return new NewsMessage(run, null);
        }

        var entry = Text(Line(ref rest));
        var length = int.Parse(Line(ref rest), CultureInfo.InvariantCulture);
        return new NewsMessage(run, TaskOutcome.Read(entry, Text(rest[..length]), rest[length..]));
    }

    private static ReadOnlySpan<byte> Line(ref Span<byte> rest)
    {
        var end = rest.IndexOf(End);
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
