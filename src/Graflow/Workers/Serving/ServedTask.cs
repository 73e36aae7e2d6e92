using System.Buffers;

namespace Graflow.Workers;

/// <summary>A task as a worker runs it: bytes in, bytes out.</summary>
internal abstract class ServedTask
{
    /// <summary>Runs one attempt.</summary>
    /// <param name="work">The attempt.</param>
    /// <param name="input">The encoded input; valid until the returned task ends.</param>
    /// <param name="reply">Gets the reply, success or failure; written only at the end.</param>
    /// <param name="cancellationToken">The body's token.</param>
    /// <returns>Ends when the reply is written. Failures of the body are replies; what is thrown is a failure of the worker.</returns>
    internal abstract ValueTask RunAsync(ServedWork work, ReadOnlyMemory<byte> input, IBufferWriter<byte> reply, CancellationToken cancellationToken);
}
