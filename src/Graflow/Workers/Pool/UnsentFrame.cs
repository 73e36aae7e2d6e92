namespace Graflow.Workers;

/// <summary>What a worker is to be sent next.</summary>
/// <param name="Kind">A call, or what its worker is told of it.</param>
/// <param name="Call">The call.</param>
/// <param name="Id">The number under which this worker knows it.</param>
internal readonly record struct UnsentFrame(FrameKind Kind, WorkerCall Call, uint Id);
