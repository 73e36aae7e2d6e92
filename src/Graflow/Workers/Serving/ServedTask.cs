using System.Buffers;

namespace Graflow.Workers;

/// <summary>A task as a worker runs it: bytes in, bytes out.</summary>
internal abstract class ServedTask
{
    /// <summary>Runs one attempt.</summary>
    /// <param name="header">The attempt.</param>
    /// <param name="input">The encoded input; valid until the returned task ends.</param>
    /// <param name="port">The way back to the run.</param>
    /// <param name="services">What the program's <c>configure</c> set.</param>
    /// <param name="reply">Gets the reply, success or failure; written only at the end.</param>
    /// <param name="cancellationToken">The body's token.</param>
    /// <returns>Ends when the reply is written. Failures of the body are replies; what is thrown is a failure of the worker.</returns>
    internal abstract ValueTask RunAsync(
        AttemptHeader header, ReadOnlyMemory<byte> input, IAttemptPort port, WorkflowEngineOptions services, IBufferWriter<byte> reply, CancellationToken cancellationToken);
}
