using System.ComponentModel;
using System.Numerics;

namespace Graflow.CompilerServices;

/// <summary>A number of any size: the count of its bytes, then these, the lowest first. MemoryPack reads them, but writes up to 255 bytes wrongly: zeros in place of the number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BigIntegerCodec : PayloadCodec<BigInteger>
{
    /// <inheritdoc/>
    public override int MinimumSize => sizeof(int);

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, BigInteger value)
    {
        var count = value.GetByteCount();
        writer.WriteCount(count);
        value.TryWriteBytes(writer.TakeSpan(count), out _);
    }

    /// <inheritdoc/>
    public override BigInteger Read(ref PayloadReader reader)
    {
        var count = reader.ReadCount(1);
        if (count < 0)
        {
            throw PayloadFailure.OfNull(reader.Offset - sizeof(int), nameof(BigInteger));
        }

        var bytes = reader.TakeSpan(count);
        try
        {
            return new(bytes);
        }
        catch (OverflowException error)
        {
            throw PayloadFailure.OfConstruction(reader.Offset, typeof(BigInteger), error);
        }
    }
}
