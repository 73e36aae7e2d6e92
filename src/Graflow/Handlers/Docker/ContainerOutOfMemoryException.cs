namespace Graflow;

/// <summary>A container needed more memory than <see cref="DockerOptions.Memory"/> allows, and was ended by the kernel.</summary>
public sealed class ContainerOutOfMemoryException : ContainerException
{
    internal ContainerOutOfMemoryException(string container, long? limit)
        : base($"{container} ran out of memory and was ended (exit code 137){(limit is { } bytes ? $"; it may use {bytes} bytes" : "")}. Set DockerOptions.Memory higher, or let the task use less.") => Limit = limit;

    /// <summary>How much memory the container may use, in bytes; null where the engine sets the limit.</summary>
    public long? Limit { get; }
}
