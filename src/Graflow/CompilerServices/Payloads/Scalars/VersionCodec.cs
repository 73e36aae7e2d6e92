using System.ComponentModel;
using System.Globalization;

namespace Graflow.CompilerServices;

/// <summary>A version: an object of four numbers, -1 for one that it does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VersionCodec : PayloadCodec<Version?>
{
    private const byte Members = 4;

    /// <inheritdoc/>
    public override int MinimumSize => 1;

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, Version? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged(value.Major);
        writer.WriteUnmanaged(value.Minor);
        writer.WriteUnmanaged(value.Build);
        writer.WriteUnmanaged(value.Revision);
    }

    /// <inheritdoc/>
    public override Version? Read(ref PayloadReader reader)
    {
        if (!reader.TryReadObjectHeader(out var count))
        {
            return null;
        }

        PayloadFailure.ThrowUnless(count, Members, reader.Offset - 1, typeof(Version));
        var (major, minor) = (reader.ReadUnmanaged<int>(), reader.ReadUnmanaged<int>());
        var (build, revision) = (reader.ReadUnmanaged<int>(), reader.ReadUnmanaged<int>());
        return (major, minor, build, revision) switch
        {
            ( >= 0, >= 0, >= 0, >= 0) => new(major, minor, build, revision),
            ( >= 0, >= 0, >= 0, -1) => new(major, minor, build),
            ( >= 0, >= 0, -1, -1) => new(major, minor),
            _ => throw PayloadFailure.OfValue(reader.Offset, typeof(Version), string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{build}.{revision}")),
        };
    }
}
