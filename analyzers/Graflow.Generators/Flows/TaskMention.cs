using Graflow.Generators.Reading;

namespace Graflow.Generators.Flows;

/// <summary>A node as an operand.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Identity">What two nodes of one task share: the id of a generated one, the place of a <c>Flow.Task</c>.</param>
/// <param name="TakesUnit">Whether what comes before it only orders it.</param>
/// <param name="Options">How it runs.</param>
internal sealed record TaskMention(string Id, object Identity, bool TakesUnit, OptionSet Options)
{
    /// <summary>The method; null where this project does not declare it.</summary>
    public TaskName? Declared { get; init; }

    /// <summary>What <c>As</c> gave.</summary>
    public string Path { get; init; } = "";

    /// <summary>The instance's path and the task's id.</summary>
    public string FullName => FlowText.Join(Path, Id);
}
