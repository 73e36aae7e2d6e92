// Written by eng/Arities.cs.
using System.Runtime.CompilerServices;

namespace Graflow;

public static partial class FlowOperators
{
    extension<TIn, TFrom1, TFrom2, T1, T2, TOut>(IExecutable<TIn, (TFrom2, TFrom1)>)
        where TFrom1 : T1 where TFrom2 : T2
    {
        /// <summary>The task takes what 2 branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom2, TFrom1)> left, AnyOrderJoinNode<T1, T2, TOut> right) =>
            Sequence.Joined<TIn, (TFrom2, TFrom1), (T1, T2), TOut>(left, right, static t => (t.Item2, t.Item1));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, T1, T2, T3, TOut>(IExecutable<TIn, (TFrom1, TFrom3, TFrom2)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3
    {
        /// <summary>The task takes what 3 branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom1, TFrom3, TFrom2)> left, AnyOrderJoinNode<T1, T2, T3, TOut> right) =>
            Sequence.Joined<TIn, (TFrom1, TFrom3, TFrom2), (T1, T2, T3), TOut>(left, right, static t => (t.Item1, t.Item3, t.Item2));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, T1, T2, T3, TOut>(IExecutable<TIn, (TFrom2, TFrom1, TFrom3)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3
    {
        /// <summary>The task takes what 3 branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom2, TFrom1, TFrom3)> left, AnyOrderJoinNode<T1, T2, T3, TOut> right) =>
            Sequence.Joined<TIn, (TFrom2, TFrom1, TFrom3), (T1, T2, T3), TOut>(left, right, static t => (t.Item2, t.Item1, t.Item3));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, T1, T2, T3, TOut>(IExecutable<TIn, (TFrom2, TFrom3, TFrom1)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3
    {
        /// <summary>The task takes what 3 branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom2, TFrom3, TFrom1)> left, AnyOrderJoinNode<T1, T2, T3, TOut> right) =>
            Sequence.Joined<TIn, (TFrom2, TFrom3, TFrom1), (T1, T2, T3), TOut>(left, right, static t => (t.Item3, t.Item1, t.Item2));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, T1, T2, T3, TOut>(IExecutable<TIn, (TFrom3, TFrom1, TFrom2)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3
    {
        /// <summary>The task takes what 3 branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom3, TFrom1, TFrom2)> left, AnyOrderJoinNode<T1, T2, T3, TOut> right) =>
            Sequence.Joined<TIn, (TFrom3, TFrom1, TFrom2), (T1, T2, T3), TOut>(left, right, static t => (t.Item2, t.Item3, t.Item1));
    }

    extension<TIn, TFrom1, TFrom2, TFrom3, T1, T2, T3, TOut>(IExecutable<TIn, (TFrom3, TFrom2, TFrom1)>)
        where TFrom1 : T1 where TFrom2 : T2 where TFrom3 : T3
    {
        /// <summary>The task takes what 3 branches yield, in another order than its own.</summary>
        [OverloadResolutionPriority(OtherOrder)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, (TFrom3, TFrom2, TFrom1)> left, AnyOrderJoinNode<T1, T2, T3, TOut> right) =>
            Sequence.Joined<TIn, (TFrom3, TFrom2, TFrom1), (T1, T2, T3), TOut>(left, right, static t => (t.Item3, t.Item2, t.Item1));
    }
}
