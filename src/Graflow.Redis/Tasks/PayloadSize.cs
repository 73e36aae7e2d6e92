namespace Graflow.Redis.Tasks;

/// <summary>How large a payload may be, and from when on it is stored once instead of with each that needs it.</summary>
internal static class PayloadSize
{
    /// <summary>In bytes. The scripts have the same number.</summary>
    internal const int Inline = 1024;

    internal const int Largest = 256 * 1024;

    /// <exception cref="PayloadTooLargeException">It is larger than <see cref="Largest"/>.</exception>
    internal static byte[] Check(byte[] payload, string owner) =>
        payload.Length <= Largest ? payload : throw new PayloadTooLargeException(owner, payload.Length, Largest);
}
