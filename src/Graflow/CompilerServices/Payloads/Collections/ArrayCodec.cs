using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>An array; one of unmanaged elements is copied as one block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayCodec<T> : PayloadCodec<T[]?>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => $"[{shapes.Of<T>()}]";

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, T[]? value)
    {
        if (value is null)
        {
            writer.WriteNullCollection();
            return;
        }

        Elements.Write<T>(ref writer, (ReadOnlySpan<T>)value);
    }

    /// <inheritdoc/>
    public override T[]? Read(ref PayloadReader reader) => Elements.Read<T>(ref reader);
}
