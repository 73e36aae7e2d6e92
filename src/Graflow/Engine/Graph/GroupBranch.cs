namespace Graflow.Engine;

/// <summary>A branch of a group in a plan.</summary>
/// <param name="Group">The group's vertex.</param>
/// <param name="Index">The branch's place in it.</param>
internal readonly record struct GroupBranch(int Group, int Index);
