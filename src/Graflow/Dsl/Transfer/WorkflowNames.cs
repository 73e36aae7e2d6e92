using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Dsl;

/// <summary>Finds the name of a flow that is a registered <c>[Workflow]</c>.</summary>
internal static class WorkflowNames
{
    private static readonly ConditionalWeakTable<FlowExpression, string> Known = [];

    /// <summary>Whether the flow is the value of a <c>[Workflow]</c>. One that is made anew at each call is none: it could be anything.</summary>
    internal static bool TryFind(FlowExpression expression, [MaybeNullWhen(false)] out string name)
    {
        if (Known.TryGetValue(expression, out name))
        {
            return true;
        }

        foreach (var workflow in GraflowRegistry.Workflows)
        {
            if (ReferenceEquals(Read(workflow)?.Expression, expression))
            {
                name = workflow.Name;
                Known.AddOrUpdate(expression, name);
                return true;
            }
        }

        return false;
    }

    private static IExecutable? Read(WorkflowRegistration workflow)
    {
        try
        {
            return workflow.Flow();
        }
        catch (Exception)
        {
            // A workflow that cannot be made is not the one that is at hand.
            return null;
        }
    }
}
