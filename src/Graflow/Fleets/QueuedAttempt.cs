using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Fleets;

/// <summary>An attempt as a worker of the fleet gets it.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="Path">The vertex's path in the run, with its iteration; one attempt of it at a time is under way.</param>
/// <param name="TaskId">What the body is found by.</param>
/// <param name="Number">Which attempt it is, from 1.</param>
internal sealed record QueuedAttempt(string RunId, string Path, string TaskId, int Number)
{
    /// <summary>Which iteration it is, from 0.</summary>
    internal int Iteration { get; init; }

    /// <summary>By what the body is run, where that is not <c>direct</c>.</summary>
    internal string? Handler { get; init; }

    /// <summary>How long the body may take, from when it begins; null for as long as it likes.</summary>
    internal TimeSpan? Timeout { get; init; }

    /// <summary>The attempt's span as <c>traceparent</c>; null while nobody traces.</summary>
    internal string? TraceParent { get; init; }

    /// <summary>What of it no index needs: iteration, handler and timeout; empty when all are at their defaults.</summary>
    internal byte[] PackSettings()
    {
        if (this is { Iteration: 0, Handler: null, Timeout: null })
        {
            return [];
        }

        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        writer.Write(Iteration);
        writer.Write(Handler);
        writer.Write(Timeout?.Ticks ?? 0L);
        writer.Flush();
        return buffer.Written.ToArray();
    }

    /// <exception cref="PayloadException">The bytes are no settings.</exception>
    internal QueuedAttempt WithSettings(ReadOnlySpan<byte> settings)
    {
        if (settings.IsEmpty)
        {
            return this;
        }

        var reader = new PayloadReader(settings);
        var (iteration, handler, timeout) = (reader.Read<int>(), reader.Read<string?>(), reader.Read<long>());
        return this with { Iteration = iteration, Handler = handler, Timeout = timeout == 0 ? null : TimeSpan.FromTicks(timeout) };
    }
}
