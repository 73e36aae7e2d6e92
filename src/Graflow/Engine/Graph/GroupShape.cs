namespace Graflow.Engine;

/// <summary>A group's branches and its rule.</summary>
/// <param name="Name">What the user called it; null when it has no name.</param>
/// <param name="Branches">The vertices that yield the branches' outputs.</param>
/// <param name="RegionInput">The vertex whose value goes into all branches; its failure passes the group by.</param>
/// <param name="Policy">When the group succeeds.</param>
internal sealed record GroupShape(string? Name, int[] Branches, int RegionInput, GroupPolicy Policy);
