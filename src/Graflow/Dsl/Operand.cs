using System.Diagnostics.CodeAnalysis;

namespace Graflow.Dsl;

/// <summary>Reads what stands left or right of an operator.</summary>
internal static class Operand
{
    /// <exception cref="FlowDefinitionException">The operand is null, as a static flow is that was not initialized yet (GRF103).</exception>
    internal static FlowExpression Expression([NotNull] IExecutable? operand, string side)
    {
        if (operand is null)
        {
            throw new FlowDefinitionException(
                $"The {side} operand is null. Static flows are initialized in the order in which they stand in their class: declare a flow above the flows that use it, or make it a property with => instead of = . Flows that refer to each other cannot exist.",
                "GRF103");
        }

        return operand.Expression;
    }

    /// <exception cref="FlowDefinitionException">The policy or the execution is null, as a static one is that was not initialized yet (GRF103).</exception>
    internal static T Setting<T>([NotNull] T? setting, string what)
        where T : class =>
        setting ?? throw new FlowDefinitionException(
            $"The {what} is null. Static members are initialized in the order in which they stand in their class: declare it above the flows that use it, or make it a property with => instead of = .",
            "GRF103");

    internal static TaskNode Node([NotNull] TaskNode? node)
    {
        Expression(node, "task");
        return node;
    }
}
