namespace Graflow.Workers;

/// <summary>One received frame; its bytes are the receiver's until it returns, and longer if it keeps them.</summary>
internal ref struct Frame(FrameKind kind, uint callId, ReadOnlySpan<byte> body, byte[]? own)
{
    private byte[]? _own = own;

    internal FrameKind Kind { get; } = kind;

    /// <summary>Which call it is about; 0 for none.</summary>
    internal uint CallId { get; } = callId;

    internal ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>The array of a large frame that the receiver did not keep.</summary>
    internal readonly byte[]? Unkept => _own;

    /// <summary>Keeps the body: a large one as it is, a small one as a copy. Once for each frame.</summary>
    internal RentedBytes Keep()
    {
        if (_own is not { } array)
        {
            return RentedBytes.CopyOf(Body);
        }

        _own = null;
        return new RentedBytes(array, 0, Body.Length);
    }
}
