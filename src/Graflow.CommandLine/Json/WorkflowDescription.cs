using System.Text.Json;

namespace Graflow.Json;

/// <summary>What <c>describe</c> tells.</summary>
internal sealed record WorkflowDescription(string Name, string Input, string Output, IReadOnlyList<TaskEntry> Tasks, IReadOnlyList<HandlerEntry> Handlers)
{
    /// <summary>An input that could be given; null for a workflow that takes none, or whose input has no contract.</summary>
    public JsonElement? Example { get; init; }
}
