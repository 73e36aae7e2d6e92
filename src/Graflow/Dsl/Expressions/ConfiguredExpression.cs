namespace Graflow.Dsl;

/// <summary>What can have a name, a policy and an execution of its own.</summary>
internal abstract class ConfiguredExpression(GroupSettings settings) : FlowExpression
{
    internal GroupSettings Settings { get; } = settings;

    internal abstract ConfiguredExpression With(GroupSettings settings);
}
