using System.Buffers;
using Microsoft.Extensions.Logging;

namespace Graflow.Fleets;

/// <summary>One attempt on its way to a worker of the fleet and back. What its worker says reaches it on pool threads, one thing after the other, the end last.</summary>
internal abstract class QueuedTask
{
    /// <summary>What a worker needs to know of it.</summary>
    internal abstract QueuedAttempt Attempt { get; }

    /// <summary>The queue that it waits in.</summary>
    internal abstract string Queue { get; }

    /// <summary>Higher comes first.</summary>
    internal abstract int Priority { get; }

    /// <summary>What the queue remembers it by.</summary>
    internal object? Receipt { get; set; }

    /// <summary>Writes the encoded input.</summary>
    /// <exception cref="NotSerializableException">The input has a value that no codec can write.</exception>
    internal abstract void WriteInput(IBufferWriter<byte> request);

    /// <summary>The worker's reply, as <see cref="Workers.AttemptReply"/> wrote it; called once.</summary>
    internal abstract void Complete(ReadOnlyMemory<byte> reply);

    /// <summary>There will be no reply; called once, instead of <see cref="Complete"/>.</summary>
    internal abstract void Fail(Exception exception);

    /// <summary>A worker began with it; also told, once more or for the first time, right before <see cref="Complete"/>.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="delivery">The how-manyth worker it is that has the attempt, from 1.</param>
    /// <param name="ago">How long ago.</param>
    internal abstract void Started(string worker, int delivery, TimeSpan ago);

    /// <summary>A line of the body's output.</summary>
    internal abstract void Output(OutputStream stream, string line);

    /// <summary>A line of the body's logger.</summary>
    internal abstract void Log(LogLevel level, string message);

    /// <summary>How far the body is, from 0 to 1.</summary>
    internal abstract void Progress(double fraction, string? text);

    /// <summary>The body wants its run cancelled.</summary>
    internal abstract void CancelRun(string reason);
}
