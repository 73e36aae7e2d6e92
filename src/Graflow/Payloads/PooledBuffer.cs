namespace Graflow.Payloads;

/// <summary>A buffer for one payload, one kept for each thread.</summary>
internal sealed class PooledBuffer : GrowingBuffer, IDisposable
{
    private const int InitialSize = 4 * 1024;

    // A larger one is given back: a thread must not keep what one large payload needed.
    private const int KeptSize = 256 * 1024;

    [ThreadStatic]
    private static PooledBuffer? _kept;

    private PooledBuffer()
        : base(InitialSize, Array.MaxLength)
    {
    }

    /// <summary>An empty buffer, to be disposed on the same thread.</summary>
    internal static PooledBuffer Rent()
    {
        // Taken out: a getter of the user may serialize while this one is in use.
        var buffer = _kept ?? new PooledBuffer();
        _kept = null;
        return buffer;
    }

    public void Dispose()
    {
        Count = 0;
        if (Capacity <= KeptSize && _kept is null)
        {
            _kept = this;
            return;
        }

        Return();
    }

    private protected override NotSerializableException TooLarge() => NotSerializableException.TooLarge();
}
