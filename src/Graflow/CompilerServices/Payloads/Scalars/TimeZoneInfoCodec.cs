using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A time zone with its rules, as the text that <see cref="TimeZoneInfo.ToSerializedString"/> makes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimeZoneInfoCodec : PayloadCodec<TimeZoneInfo?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, TimeZoneInfo? value) => writer.WriteString(value?.ToSerializedString());

    /// <inheritdoc/>
    public override TimeZoneInfo? Read(ref PayloadReader reader)
    {
        if (reader.ReadString() is not { } text)
        {
            return null;
        }

        try
        {
            return TimeZoneInfo.FromSerializedString(text);
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(TimeZoneInfo), error);
        }
    }
}
