namespace Graflow;

/// <summary>Policies that let branches fail, for groups of every shape.</summary>
public static partial class GroupPolicyExtensions
{
    extension<TIn, T>(IParallelGroup<TIn, IReadOnlyList<T>> group)
    {
        /// <summary>Lets branches fail: a list of outcomes instead of values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, IReadOnlyList<Outcome<T>>> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, IReadOnlyList<Outcome<T>>>(group, static reader => reader.AllOutcomes<T>(), policy);
    }
}
