namespace Graflow.Generators.Models;

/// <summary>A task as the assembly's registry lists it.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Node">The expression that reads its node.</param>
internal sealed record TaskEntry(string Id, string Node);
