// Written by eng/Arities.cs.
using System.Runtime.CompilerServices;

namespace Graflow;

public static partial class FlowOperators
{
    extension<TIn, TOther, T1, T2, T3>(IGroup<TIn, (T1, T2)>)
    {
        /// <summary>Branch 3 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3)> operator |(IGroup<TIn, (T1, T2)> left, IExecutable<TOther, T3> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4>(IGroup<TIn, (T1, T2, T3)>)
    {
        /// <summary>Branch 4 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4)> operator |(IGroup<TIn, (T1, T2, T3)> left, IExecutable<TOther, T4> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5>(IGroup<TIn, (T1, T2, T3, T4)>)
    {
        /// <summary>Branch 5 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5)> operator |(IGroup<TIn, (T1, T2, T3, T4)> left, IExecutable<TOther, T5> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6>(IGroup<TIn, (T1, T2, T3, T4, T5)>)
    {
        /// <summary>Branch 6 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5)> left, IExecutable<TOther, T6> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7>(IGroup<TIn, (T1, T2, T3, T4, T5, T6)>)
    {
        /// <summary>Branch 7 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6)> left, IExecutable<TOther, T7> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)>)
    {
        /// <summary>Branch 8 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> left, IExecutable<TOther, T8> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)>)
    {
        /// <summary>Branch 9 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> left, IExecutable<TOther, T9> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)>)
    {
        /// <summary>Branch 10 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> left, IExecutable<TOther, T10> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>)
    {
        /// <summary>Branch 11 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> left, IExecutable<TOther, T11> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>)
    {
        /// <summary>Branch 12 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> left, IExecutable<TOther, T12> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>)
    {
        /// <summary>Branch 13 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> left, IExecutable<TOther, T13> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>)
    {
        /// <summary>Branch 14 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> left, IExecutable<TOther, T14> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>)
    {
        /// <summary>Branch 15 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> left, IExecutable<TOther, T15> right) =>
            throw Mismatch(BranchMismatch);
    }

    extension<TIn, TOther, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>)
    {
        /// <summary>Branch 16 takes another input than the group: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static ParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> operator |(IGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> left, IExecutable<TOther, T16> right) =>
            throw Mismatch(BranchMismatch);
    }
}
