// Written by eng/Arities.cs.
namespace Graflow;

public static partial class FlowOperators
{
    extension<TIn, TFrom1, TFrom2, T1, T2, TOut>(IExecutable<TIn, (TFrom1, TFrom2)>)
        where TFrom1 : T1 where TFrom2 : T2
    {
        /// <summary>The task takes what 2 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2)> left, JoinNode<T1, T2, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2), (T1, T2), TOut>(left, right, static t => (t.Item1, t.Item2));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, T1, T2, T3, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3
    {
        /// <summary>The task takes what 3 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3)> left, JoinNode<T1, T2, T3, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3), (T1, T2, T3), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, T1, T2, T3, T4, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4
    {
        /// <summary>The task takes what 4 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4)> left, JoinNode<T1, T2, T3, T4, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4), (T1, T2, T3, T4), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, T1, T2, T3, T4, T5, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5
    {
        /// <summary>The task takes what 5 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5)> left, JoinNode<T1, T2, T3, T4, T5, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5), (T1, T2, T3, T4, T5), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, T1, T2, T3, T4, T5, T6, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6
    {
        /// <summary>The task takes what 6 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6)> left, JoinNode<T1, T2, T3, T4, T5, T6, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6), (T1, T2, T3, T4, T5, T6), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, T1, T2, T3, T4, T5, T6, T7, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7
    {
        /// <summary>The task takes what 7 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7), (T1, T2, T3, T4, T5, T6, T7), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, T1, T2, T3, T4, T5, T6, T7, T8, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8
    {
        /// <summary>The task takes what 8 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8), (T1, T2, T3, T4, T5, T6, T7, T8), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, T1, T2, T3, T4, T5, T6, T7, T8, T9, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9
    {
        /// <summary>The task takes what 9 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9), (T1, T2, T3, T4, T5, T6, T7, T8, T9), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10
    {
        /// <summary>The task takes what 10 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10 where TFrom11 : T11
    {
        /// <summary>The task takes what 11 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10 where TFrom11 : T11 where TFrom12 : T12
    {
        /// <summary>The task takes what 12 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11, t.Item12));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10 where TFrom11 : T11 where TFrom12 : T12 where TFrom13 : T13
    {
        /// <summary>The task takes what 13 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11, t.Item12, t.Item13));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10 where TFrom11 : T11 where TFrom12 : T12 where TFrom13 : T13 where TFrom14 : T14
    {
        /// <summary>The task takes what 14 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11, t.Item12, t.Item13, t.Item14));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10 where TFrom11 : T11 where TFrom12 : T12 where TFrom13 : T13 where TFrom14 : T14 where TFrom15 : T15
    {
        /// <summary>The task takes what 15 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11, t.Item12, t.Item13, t.Item14, t.Item15));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15, TFrom16, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, TOut>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15, TFrom16)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3 where TFrom4 : T4 where TFrom5 : T5 where TFrom6 : T6 where TFrom7 : T7 where TFrom8 : T8 where TFrom9 : T9 where TFrom10 : T10 where TFrom11 : T11 where TFrom12 : T12 where TFrom13 : T13 where TFrom14 : T14 where TFrom15 : T15 where TFrom16 : T16
    {
        /// <summary>The task takes what 16 branches yield.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15, TFrom16)> left, JoinNode<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom2, TFrom3, TFrom4, TFrom5, TFrom6, TFrom7, TFrom8, TFrom9, TFrom10, TFrom11, TFrom12, TFrom13, TFrom14, TFrom15, TFrom16), (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16), TOut>(left, right, static t => (t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11, t.Item12, t.Item13, t.Item14, t.Item15, t.Item16));
    }
}
