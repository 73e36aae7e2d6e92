namespace Graflow.Json;

/// <summary>A handler that tasks ask for, and whether the engine has it.</summary>
internal sealed record HandlerEntry(string Name, bool IsKnown);
