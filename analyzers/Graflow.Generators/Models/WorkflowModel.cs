namespace Graflow.Generators.Models;

/// <summary>One <c>[Workflow]</c> member.</summary>
/// <param name="Name">The workflow's name.</param>
/// <param name="Input">What it takes, as <c>typeof</c> wants it.</param>
/// <param name="Output">What it yields, as <c>typeof</c> wants it.</param>
/// <param name="Member">The expression that reads the member.</param>
internal sealed record WorkflowModel(string Name, string Input, string Output, string Member);
