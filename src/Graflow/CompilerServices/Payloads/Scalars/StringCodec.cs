using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>Text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StringCodec : PayloadCodec<string?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, string? value) => writer.WriteString(value);

    /// <inheritdoc/>
    public override string? Read(ref PayloadReader reader) => reader.ReadString();
}
