namespace Graflow.Dsl;

/// <summary>Builds what <c>|</c> and the methods of groups yield.</summary>
internal static class Group
{
    internal static ParallelGroup<TIn, (T1, T2)> Pair<TIn, T1, T2>(IExecutable left, IExecutable right) =>
        new(new GroupExpression<(T1, T2)>(
            [Operand.Expression(left, "left"), Operand.Expression(right, "right")], BranchTuple.Values<T1, T2>, GroupSettings.Default));

    internal static ParallelGroup<TIn, TAll> Grow<TIn, TAll>(IExecutable left, IExecutable right, Func<BranchReader, TAll> assemble)
    {
        var group = (GroupExpression)Operand.Expression(left, "left");
        return new(new GroupExpression<TAll>(group.Append(Operand.Expression(right, "right")), assemble, GroupSettings.Default));
    }

    internal static PolicyGroup<TIn, TOut> Tolerant<TIn, TOut>(IExecutable group, Func<BranchReader, TOut> outcomes, TolerantPolicy policy)
    {
        var expression = (GroupExpression)Operand.Expression(group, "group");
        return new(new GroupExpression<TOut>(expression.Branches, outcomes, Judged(expression, policy)));
    }

    internal static Flow<TIn, T> Race<TIn, T>(IExecutable group)
    {
        var expression = (GroupExpression)Operand.Expression(group, "group");
        return new(new FirstExpression<T>(expression.Branches, expression.Settings));
    }

    /// <exception cref="FlowDefinitionException">The policy contradicts the branches (GRF108).</exception>
    internal static GroupSettings Judged(GroupExpression group, GroupPolicy policy)
    {
        Operand.Setting(policy, "policy");
        policy.CheckBranches(Array.ConvertAll(group.Branches, FlowText.OutputName), FlowText.GroupName(group));
        return group.Settings with { Policy = policy };
    }

    /// <summary>Gives a group a name, or an execution.</summary>
    internal static ConfiguredExpression Configure(ConfiguredExpression group, string name) =>
        group.With(group.Settings with { Name = FlowPath.CheckName(name) });

    /// <inheritdoc cref="Configure(ConfiguredExpression, string)"/>
    internal static ConfiguredExpression Configure(ConfiguredExpression group, Execution execution) =>
        group.With(group.Settings with { Execution = Operand.Setting(execution, "execution") });
}
