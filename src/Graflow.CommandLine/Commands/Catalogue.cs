using Graflow.CompilerServices;

namespace Graflow.Commands;

/// <summary>The workflows of the program.</summary>
internal static class Catalogue
{
    internal static IReadOnlyList<WorkflowRegistration> All => [.. GraflowRegistry.Workflows.OrderBy(static workflow => workflow.Name, StringComparer.Ordinal)];

    /// <exception cref="CommandException">There is none of that name.</exception>
    internal static WorkflowRegistration Find(string name) =>
        GraflowRegistry.TryGetWorkflow(name, out var workflow) ? workflow : throw new CommandException("unknownWorkflow", Unknown(name));

    private static string Unknown(string name)
    {
        var names = All.Select(static workflow => workflow.Name).ToList();
        if (names.Count == 0)
        {
            return $"There is no workflow \"{name}\"; this program has none. Mark a static property or method that returns a flow with [Workflow].";
        }

        var nearest = names.FirstOrDefault(known => known.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase) || known.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? EditDistance.Nearest(name, names);
        return nearest is null
            ? $"There is no workflow \"{name}\". There are: {string.Join(", ", names)}."
            : $"There is no workflow \"{name}\". Did you mean \"{nearest}\"?";
    }
}
