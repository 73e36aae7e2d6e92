namespace Graflow.Json;

/// <summary>A workflow and its types, as C# writes them.</summary>
internal sealed record WorkflowEntry(string Name, string Input, string Output);
