using System.Runtime.CompilerServices;

namespace Graflow;

public static partial class FlowOperators
{
    internal const string TooManyBranches =
        "A group has at most 16 branches. Give any number of branches of one type to Flow.Parallel(…), or put some of them into a group of their own: (a | b) | (c | d).Named(\"…\").";

    extension<TIn, T1, T2>(IExecutable<TIn, T1>)
    {
        /// <summary>Both sides take the same input and run in parallel.</summary>
        public static ParallelGroup<TIn, (T1, T2)> operator |(IExecutable<TIn, T1> left, IExecutable<TIn, T2> right) =>
            Group.Pair<TIn, T1, T2>(left, right);

        /// <summary>Both sides run in parallel; the right one takes nothing.</summary>
        public static ParallelGroup<TIn, (T1, T2)> operator |(IExecutable<TIn, T1> left, IExecutable<Unit, T2> right) =>
            Group.Pair<TIn, T1, T2>(left, right);
    }

    extension<TIn, T1, T2>(IExecutable<Unit, T1>)
    {
        /// <summary>Both sides run in parallel; the left one takes nothing.</summary>
        [OverloadResolutionPriority(UnitLeft)]
        public static ParallelGroup<TIn, (T1, T2)> operator |(IExecutable<Unit, T1> left, IExecutable<TIn, T2> right) =>
            Group.Pair<TIn, T1, T2>(left, right);
    }

    extension<TIn, TOther, T1, T2>(IExecutable<TIn, T1>)
    {
        /// <summary>The sides take different inputs: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2)> operator |(IExecutable<TIn, T1> left, IExecutable<TOther, T2> right) =>
            throw Mismatch($"{BranchMismatch} The left side takes {typeof(TIn)}, the right side takes {typeof(TOther)}.");
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)>)
    {
        /// <summary>A 17th branch: GRF106.</summary>
        [Obsolete(TooManyBranches, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17)> operator |(
            IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> left, IExecutable<TOther, T17> right) =>
            throw new FlowDefinitionException(TooManyBranches, "GRF106");
    }
}
