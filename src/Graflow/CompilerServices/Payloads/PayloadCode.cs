namespace Graflow.CompilerServices;

/// <summary>The numbers with a meaning in the wire format.</summary>
internal static class PayloadCode
{
    /// <summary>In place of an object's member count, or of a union's tag.</summary>
    internal const byte Null = 255;

    /// <summary>In place of a union's tag: it follows in two bytes.</summary>
    internal const byte WideTag = 250;

    /// <summary>In place of a collection's count, or of a string's length.</summary>
    internal const int NullCollection = -1;

    /// <summary>How deep objects may nest, on both sides: far below what a thread's stack holds.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Payloads are little endian, and values are copied as they lie in memory.</summary>
    internal static void ThrowIfBigEndian()
    {
        // The JIT knows the answer, and leaves nothing of this.
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Payloads are little endian, and this processor is not.");
        }
    }
}
