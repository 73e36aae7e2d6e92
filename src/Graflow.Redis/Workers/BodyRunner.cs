using Graflow.Fleets;

namespace Graflow.Redis.Workers;

/// <summary>Runs the body of an attempt; returns at once, whatever the body does.</summary>
/// <param name="attempt">The attempt.</param>
/// <param name="input">The encoded input.</param>
/// <param name="port">The way back to the run.</param>
/// <param name="ct">Tells the body to end.</param>
/// <returns>What came of it, failures included.</returns>
/// <exception cref="OperationCanceledException"><paramref name="ct"/> has fired, and nothing came of it.</exception>
internal delegate ValueTask<AttemptResult> BodyRunner(QueuedAttempt attempt, ReadOnlyMemory<byte> input, IFleetPort port, CancellationToken ct);
