using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>The registered tasks of one assembly.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="VersionId">Its module version id: another one for each build from other sources.</param>
/// <param name="TasksHash">Of the ids of its registered tasks, in any order.</param>
internal sealed record TaskModule(string Assembly, Guid VersionId, ulong TasksHash)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The modules of all registered tasks.</summary>
    internal static IReadOnlyList<TaskModule> Registered() =>
    [
        .. from task in GraflowRegistry.Tasks
           group task by (task.Assembly, task.Node.Method.Module.ModuleVersionId) into module
           orderby module.Key.Assembly
           select new TaskModule(module.Key.Assembly, module.Key.ModuleVersionId, module.Aggregate(0UL, static (sum, task) => sum + HashOf(task.Id))),
    ];

    // The same in every process, unlike string.GetHashCode.
    private static ulong HashOf(string id) => id.Aggregate(FnvOffset, static (hash, letter) => (hash ^ letter) * FnvPrime);
}
