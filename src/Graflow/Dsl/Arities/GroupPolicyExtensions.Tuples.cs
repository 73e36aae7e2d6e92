// Written by eng/Arities.cs.
namespace Graflow;

public static partial class GroupPolicyExtensions
{
    extension<TIn, T1, T2>(IParallelGroup<TIn, (T1, T2)> group)
    {
        /// <summary>Lets branches fail: 2 outcomes instead of 2 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>)>(group, BranchTuple.Outcomes<T1, T2>, policy);
    }

    extension<TIn, T1, T2, T3>(IParallelGroup<TIn, (T1, T2, T3)> group)
    {
        /// <summary>Lets branches fail: 3 outcomes instead of 3 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>)>(group, BranchTuple.Outcomes<T1, T2, T3>, policy);
    }

    extension<TIn, T1, T2, T3, T4>(IParallelGroup<TIn, (T1, T2, T3, T4)> group)
    {
        /// <summary>Lets branches fail: 4 outcomes instead of 4 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5>(IParallelGroup<TIn, (T1, T2, T3, T4, T5)> group)
    {
        /// <summary>Lets branches fail: 5 outcomes instead of 5 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6)> group)
    {
        /// <summary>Lets branches fail: 6 outcomes instead of 6 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> group)
    {
        /// <summary>Lets branches fail: 7 outcomes instead of 7 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> group)
    {
        /// <summary>Lets branches fail: 8 outcomes instead of 8 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> group)
    {
        /// <summary>Lets branches fail: 9 outcomes instead of 9 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> group)
    {
        /// <summary>Lets branches fail: 10 outcomes instead of 10 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> group)
    {
        /// <summary>Lets branches fail: 11 outcomes instead of 11 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> group)
    {
        /// <summary>Lets branches fail: 12 outcomes instead of 12 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> group)
    {
        /// <summary>Lets branches fail: 13 outcomes instead of 13 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> group)
    {
        /// <summary>Lets branches fail: 14 outcomes instead of 14 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> group)
    {
        /// <summary>Lets branches fail: 15 outcomes instead of 15 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>, Outcome<T15>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>, Outcome<T15>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>, policy);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> group)
    {
        /// <summary>Lets branches fail: 16 outcomes instead of 16 values.</summary>
        /// <exception cref="FlowDefinitionException">The policy contradicts the group (GRF108).</exception>
        public PolicyGroup<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>, Outcome<T15>, Outcome<T16>)> WithPolicy(TolerantPolicy policy) =>
            Group.Tolerant<TIn, (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>, Outcome<T15>, Outcome<T16>)>(group, BranchTuple.Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>, policy);
    }
}
