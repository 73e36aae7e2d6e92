namespace Graflow;

/// <summary>A value is too large to travel through Redis. Thrown where it was made, before anything of it was sent.</summary>
public sealed class PayloadTooLargeException : GraflowException
{
    internal PayloadTooLargeException(string owner, int size, int limit)
        : this(size, limit, $"The payload of {owner} has {size:N0} bytes; Redis carries at most {limit:N0} in one. Store the data where all processes reach it (a bucket, a file share, a database) and pass its name.")
    {
    }

    private PayloadTooLargeException(int size, int limit, string message)
        : base(message)
    {
        Size = size;
        Limit = limit;
    }

    /// <summary>The payload's size, in bytes.</summary>
    public int Size { get; }

    /// <summary>The largest size that is sent, in bytes.</summary>
    public int Limit { get; }

    /// <summary>One that was thrown in another process, in its words.</summary>
    internal static PayloadTooLargeException Elsewhere(string message, int size, int limit) => new(size, limit, message);
}
