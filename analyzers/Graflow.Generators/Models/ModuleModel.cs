namespace Graflow.Generators.Models;

/// <summary>All that the assembly registers.</summary>
internal sealed record ModuleModel(AssemblyModel Assembly, EquatableArray<TaskEntry> Tasks, EquatableArray<WorkflowModel> Workflows, bool HasCodecs)
{
    public bool IsEmpty => Tasks.Count == 0 && Workflows.Count == 0 && Assembly.References.Count == 0 && !HasCodecs;
}
