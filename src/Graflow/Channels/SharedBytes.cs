namespace Graflow.Channels;

/// <summary>Bytes that only grow, under the lock of the channel that holds them.</summary>
internal sealed class SharedBytes
{
    private byte[] _bytes = [];
    private int _used;

    /// <summary>Adds bytes behind the first so many; where others have been added there already, those stay, and the result is a copy.</summary>
    internal SharedBytes Append(int at, ReadOnlySpan<byte> more)
    {
        var bytes = at == _used ? this : new SharedBytes { _bytes = _bytes[..at], _used = at };
        bytes.Add(more);
        return bytes;
    }

    /// <summary>Fills a span with the first bytes.</summary>
    internal void CopyTo(Span<byte> span) => _bytes.AsSpan(0, span.Length).CopyTo(span);

    private void Add(ReadOnlySpan<byte> more)
    {
        if (more.Length > Array.MaxLength - _used)
        {
            throw NotSerializableException.TooLarge();
        }

        var wanted = _used + more.Length;
        if (wanted > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Clamp(2L * _bytes.Length, wanted, Array.MaxLength));
        }

        more.CopyTo(_bytes.AsSpan(_used));
        _used = wanted;
    }
}
