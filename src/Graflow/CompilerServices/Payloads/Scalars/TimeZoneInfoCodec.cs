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

        // The system's own zone is taken as it is: the framework cannot read back what it writes of some zones on Unix.
        var known = Find(text);
        if (known?.ToSerializedString() == text)
        {
            return known;
        }

        try
        {
            return TimeZoneInfo.FromSerializedString(text);
        }
        catch (Exception error) when (PayloadFailure.IsForeign(error))
        {
            // Written with other rules, by a system with an older or newer database: the zone of that name here.
            return known ?? throw PayloadFailure.OfConstruction(reader.Offset, typeof(TimeZoneInfo), error);
        }
    }

    /// <summary>The system's zone of the name that the text begins with. From the list: a lookup by name would open any file that a payload names.</summary>
    private static TimeZoneInfo? Find(string text)
    {
        var id = text.AsSpan(0, Math.Max(text.IndexOf(';', StringComparison.Ordinal), 0));
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            if (id.SequenceEqual(zone.Id))
            {
                return zone;
            }
        }

        return null;
    }
}
