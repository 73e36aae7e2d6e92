using System.Collections.Concurrent;
using Graflow.Channels;
using Graflow.Fleets;
using Microsoft.Extensions.Logging;

namespace Graflow.Tests.Fleets;

/// <summary>The way back of an attempt, without a store: what it says is kept.</summary>
internal sealed class FleetPort(TimeProvider time) : IFleetPort
{
    internal MemoryChannel Memory { get; } = new(time);

    internal ConcurrentQueue<string> Said { get; } = new();

    public IChannel Channel => Memory;

    public void Log(LogLevel level, string message) => Said.Enqueue($"{level}: {message}");

    public void Output(OutputStream stream, string line) => Said.Enqueue($"{stream}: {line}");

    public void Progress(double fraction, string? text) => Said.Enqueue(FormattableString.Invariant($"{fraction} {text}"));

    public void CancelRun(string reason) => Said.Enqueue($"cancel: {reason}");
}
