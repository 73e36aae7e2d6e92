using System.Buffers;
using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>One attempt on its way to a worker and back, untyped.</summary>
internal abstract class WorkerCall
{
    /// <summary>The task's id, by which the worker finds it.</summary>
    internal abstract string TaskId { get; }

    /// <summary>Which assembly declares the task; a worker must have it.</summary>
    internal abstract string Assembly { get; }

    /// <summary>The vertex's path in the run, for messages.</summary>
    internal abstract string TaskPath { get; }

    /// <summary>Whether it may wait inside a worker for the body before it. Not where a clock runs for it already.</summary>
    internal abstract bool MayBeSentAhead { get; }

    /// <summary>The attempt, as the worker gets it.</summary>
    internal abstract AttemptHeader Header { get; }

    /// <summary>Writes the encoded input to the end of <paramref name="request"/>; called again for each delivery.</summary>
    internal abstract void WriteInput(IBufferWriter<byte> request);

    /// <summary>The worker's reply; called once, on a pool thread.</summary>
    /// <param name="reply">Valid until the method returns.</param>
    internal abstract void Complete(ReadOnlySpan<byte> reply);

    /// <summary>There will be no reply; called once, instead of <see cref="Complete"/>, on a pool thread.</summary>
    internal abstract void Fail(Exception exception);

    /// <summary>A line of the body's output.</summary>
    internal abstract void Output(OutputStream stream, string line);

    /// <summary>A line of the body's logger.</summary>
    internal abstract void Log(LogLevel level, string message);

    /// <summary>How far the body is.</summary>
    internal abstract void Progress(double fraction, string? text);

    /// <summary>The body wants its run cancelled.</summary>
    internal abstract void CancelRun(string reason);

    /// <summary>The worker was lost; the attempt goes to another one.</summary>
    /// <param name="delivery">Which delivery comes now, from 2.</param>
    /// <param name="reason">How the worker was lost.</param>
    internal abstract void Redelivered(int delivery, string reason);

    /// <summary>Answers a request that the body made of its run's channel.</summary>
    internal abstract ValueTask<ReadOnlyMemory<byte>> CallChannelAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);

    /// <summary>Answers a request of the body that has many answers.</summary>
    internal abstract IAsyncEnumerable<ReadOnlyMemory<byte>> StreamChannelAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
