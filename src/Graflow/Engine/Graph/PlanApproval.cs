namespace Graflow.Engine;

/// <summary>That an engine can run a plan.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="LeavesProcess">Whether that holds for bodies in other processes too.</param>
internal sealed record PlanApproval(WorkflowEngine Engine, bool LeavesProcess);
