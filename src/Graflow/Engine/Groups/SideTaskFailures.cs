namespace Graflow.Engine;

/// <summary>Failures of side tasks, by the branch that they belong to.</summary>
internal sealed class SideTaskFailures
{
    private List<(int Branch, TaskFailure Failure)>? _failures;

    internal void Add(int branch, TaskFailure failure)
    {
        lock (this)
        {
            (_failures ??= []).Add((branch, failure));
        }
    }

    internal TaskFailure? Of(int branch) => _failures?.Find(entry => entry.Branch == branch).Failure;
}
