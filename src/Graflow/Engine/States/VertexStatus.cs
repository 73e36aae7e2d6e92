namespace Graflow.Engine;

/// <summary>Where a vertex is in its life; everything from <see cref="Succeeded"/> on is final.</summary>
internal enum VertexStatus
{
    Waiting,
    Running,
    Succeeded,
    Failed,
    Skipped,
    Cancelled,
}
