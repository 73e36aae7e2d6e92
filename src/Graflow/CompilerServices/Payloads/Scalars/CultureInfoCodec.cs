using System.ComponentModel;
using System.Globalization;

namespace Graflow.CompilerServices;

/// <summary>A culture: its name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CultureInfoCodec : PayloadCodec<CultureInfo?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, CultureInfo? value) => writer.WriteString(value?.Name);

    /// <inheritdoc/>
    public override CultureInfo? Read(ref PayloadReader reader)
    {
        if (reader.ReadString() is not { } name)
        {
            return null;
        }

        try
        {
            // Known ones only: any other name would make a culture that is kept for ever.
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw PayloadFailure.OfValue(reader.Offset, typeof(CultureInfo), name);
        }
    }
}
