using Graflow.Redis.Tasks;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>What a worker's loop is made with.</summary>
/// <param name="Settings">The worker's options.</param>
/// <param name="Known">What it can run.</param>
/// <param name="Body">Runs bodies.</param>
internal sealed record LoopSetup(WorkerSettings Settings, KnownIds Known, BodyRunner Body)
{
    /// <summary>For how long a claim holds without a heartbeat.</summary>
    internal required TimeSpan Lease { get; init; }

    internal required TimeProvider Time { get; init; }

    /// <summary>A number from 0 to below 1.</summary>
    internal required Func<double> Chance { get; init; }

    internal required ILogger Logger { get; init; }
}
