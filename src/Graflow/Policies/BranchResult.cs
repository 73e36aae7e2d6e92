namespace Graflow;

/// <summary>How one branch of a group ended.</summary>
/// <param name="Index">The branch's place in the group, from 0.</param>
/// <param name="TaskId">The path of the vertex that yields the branch's output, such as <c>eu/Orders.Sum</c>; in a <c>ForEach</c>, with the element: <c>Orders.Sum[3]</c>.</param>
/// <param name="Failure">Why there is no value; null when there is one.</param>
public sealed record BranchResult(int Index, string TaskId, TaskFailure? Failure);
