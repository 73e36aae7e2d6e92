using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An address, absolute or relative: the text it was made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UriCodec : PayloadCodec<Uri?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Uri? value) => writer.WriteString(value?.OriginalString);

    /// <inheritdoc/>
    public override Uri? Read(ref PayloadReader reader)
    {
        var text = reader.ReadString();
        return text is null ? null
            : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri
            : throw PayloadFailure.OfValue(reader.Offset, typeof(Uri), text);
    }
}
