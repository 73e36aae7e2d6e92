// Written by eng/Arities.cs.
using System.Runtime.CompilerServices;

namespace Graflow;

public static partial class FlowOperators
{
    extension<TIn, T1, T2, T3>(IGroup<TIn, (T1, T2)>)
    {
        /// <summary>Adds branch 3.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3)> operator |(IGroup<TIn, (T1, T2)> left, IExecutable<TIn, T3> right) =>
            Group.Grow<TIn, (T1, T2, T3)>(left, right, BranchTuple.Values<T1, T2, T3>);

        /// <summary>Adds branch 3, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3)> operator |(IGroup<TIn, (T1, T2)> left, IExecutable<Unit, T3> right) =>
            Group.Grow<TIn, (T1, T2, T3)>(left, right, BranchTuple.Values<T1, T2, T3>);
    }

    extension<TIn, T1, T2, T3>(IGroup<Unit, (T1, T2)>)
    {
        /// <summary>Adds branch 3 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3)> operator |(IGroup<Unit, (T1, T2)> left, IExecutable<TIn, T3> right) =>
            Group.Grow<TIn, (T1, T2, T3)>(left, right, BranchTuple.Values<T1, T2, T3>);
    }

    extension<TIn, T1, T2, T3, T4>(IGroup<TIn, (T1, T2, T3)>)
    {
        /// <summary>Adds branch 4.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4)> operator |(IGroup<TIn, (T1, T2, T3)> left, IExecutable<TIn, T4> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4)>(left, right, BranchTuple.Values<T1, T2, T3, T4>);

        /// <summary>Adds branch 4, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4)> operator |(IGroup<TIn, (T1, T2, T3)> left, IExecutable<Unit, T4> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4)>(left, right, BranchTuple.Values<T1, T2, T3, T4>);
    }

    extension<TIn, T1, T2, T3, T4>(IGroup<Unit, (T1, T2, T3)>)
    {
        /// <summary>Adds branch 4 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4)> operator |(IGroup<Unit, (T1, T2, T3)> left, IExecutable<TIn, T4> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4)>(left, right, BranchTuple.Values<T1, T2, T3, T4>);
    }

    extension<TIn, T1, T2, T3, T4, T5>(IGroup<TIn, (T1, T2, T3, T4)>)
    {
        /// <summary>Adds branch 5.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5)> operator |(IGroup<TIn, (T1, T2, T3, T4)> left, IExecutable<TIn, T5> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5>);

        /// <summary>Adds branch 5, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5)> operator |(IGroup<TIn, (T1, T2, T3, T4)> left, IExecutable<Unit, T5> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5>);
    }

    extension<TIn, T1, T2, T3, T4, T5>(IGroup<Unit, (T1, T2, T3, T4)>)
    {
        /// <summary>Adds branch 5 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5)> operator |(IGroup<Unit, (T1, T2, T3, T4)> left, IExecutable<TIn, T5> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6>(IGroup<TIn, (T1, T2, T3, T4, T5)>)
    {
        /// <summary>Adds branch 6.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5)> left, IExecutable<TIn, T6> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6>);

        /// <summary>Adds branch 6, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5)> left, IExecutable<Unit, T6> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6>(IGroup<Unit, (T1, T2, T3, T4, T5)>)
    {
        /// <summary>Adds branch 6 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5)> left, IExecutable<TIn, T6> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7>(IGroup<TIn, (T1, T2, T3, T4, T5, T6)>)
    {
        /// <summary>Adds branch 7.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6)> left, IExecutable<TIn, T7> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7>);

        /// <summary>Adds branch 7, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6)> left, IExecutable<Unit, T7> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7>(IGroup<Unit, (T1, T2, T3, T4, T5, T6)>)
    {
        /// <summary>Adds branch 7 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6)> left, IExecutable<TIn, T7> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)>)
    {
        /// <summary>Adds branch 8.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> left, IExecutable<TIn, T8> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8>);

        /// <summary>Adds branch 8, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> left, IExecutable<Unit, T8> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7)>)
    {
        /// <summary>Adds branch 8 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7)> left, IExecutable<TIn, T8> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)>)
    {
        /// <summary>Adds branch 9.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> left, IExecutable<TIn, T9> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9>);

        /// <summary>Adds branch 9, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> left, IExecutable<Unit, T9> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8)>)
    {
        /// <summary>Adds branch 9 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8)> left, IExecutable<TIn, T9> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)>)
    {
        /// <summary>Adds branch 10.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> left, IExecutable<TIn, T10> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>);

        /// <summary>Adds branch 10, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> left, IExecutable<Unit, T10> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9)>)
    {
        /// <summary>Adds branch 10 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> left, IExecutable<TIn, T10> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>)
    {
        /// <summary>Adds branch 11.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> left, IExecutable<TIn, T11> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>);

        /// <summary>Adds branch 11, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> left, IExecutable<Unit, T11> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>)
    {
        /// <summary>Adds branch 11 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> left, IExecutable<TIn, T11> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>)
    {
        /// <summary>Adds branch 12.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> left, IExecutable<TIn, T12> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>);

        /// <summary>Adds branch 12, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> left, IExecutable<Unit, T12> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>)
    {
        /// <summary>Adds branch 12 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> left, IExecutable<TIn, T12> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>)
    {
        /// <summary>Adds branch 13.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> left, IExecutable<TIn, T13> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>);

        /// <summary>Adds branch 13, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> left, IExecutable<Unit, T13> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>)
    {
        /// <summary>Adds branch 13 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> left, IExecutable<TIn, T13> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>)
    {
        /// <summary>Adds branch 14.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> left, IExecutable<TIn, T14> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>);

        /// <summary>Adds branch 14, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> left, IExecutable<Unit, T14> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>)
    {
        /// <summary>Adds branch 14 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> left, IExecutable<TIn, T14> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>)
    {
        /// <summary>Adds branch 15.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> left, IExecutable<TIn, T15> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>);

        /// <summary>Adds branch 15, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> left, IExecutable<Unit, T15> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>)
    {
        /// <summary>Adds branch 15 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> left, IExecutable<TIn, T15> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>)
    {
        /// <summary>Adds branch 16.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> left, IExecutable<TIn, T16> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>);

        /// <summary>Adds branch 16, which takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> left, IExecutable<Unit, T16> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>)
    {
        /// <summary>Adds branch 16 to a group that takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> operator |(IGroup<Unit, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> left, IExecutable<TIn, T16> right) =>
            Group.Grow<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)>(left, right, BranchTuple.Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>);
    }
}
