using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An address, absolute or relative: the text it was made of. One that begins with a slash is relative on every system: Unix alone takes it for a file, which is written with its scheme.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UriCodec : PayloadCodec<Uri?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Uri? value) =>
        writer.WriteString(value is { IsAbsoluteUri: true } && value.OriginalString.StartsWith('/') ? value.AbsoluteUri : value?.OriginalString);

    /// <inheritdoc/>
    public override Uri? Read(ref PayloadReader reader)
    {
        var text = reader.ReadString();
        return text is null ? null
            : text.StartsWith('/') && Uri.TryCreate(text, UriKind.Relative, out var relative) ? relative
            : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri
            : throw PayloadFailure.OfValue(reader.Offset, typeof(Uri), text);
    }
}
