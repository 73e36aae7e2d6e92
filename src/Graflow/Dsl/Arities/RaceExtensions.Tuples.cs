// Written by eng/Arities.cs.
using System.Runtime.CompilerServices;

namespace Graflow;

public static partial class RaceExtensions
{
    extension<TIn, T>(IParallelGroup<TIn, (T, T)> group)
    {
        /// <summary>A race of 2 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2>(IParallelGroup<TIn, (T1, T2)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T)> group)
    {
        /// <summary>A race of 3 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3>(IParallelGroup<TIn, (T1, T2, T3)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T)> group)
    {
        /// <summary>A race of 4 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4>(IParallelGroup<TIn, (T1, T2, T3, T4)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T)> group)
    {
        /// <summary>A race of 5 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5>(IParallelGroup<TIn, (T1, T2, T3, T4, T5)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 6 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 7 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 8 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 9 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 10 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 11 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 12 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 13 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 14 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 15 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }

    extension<TIn, T>(IParallelGroup<TIn, (T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T)> group)
    {
        /// <summary>A race of 16 branches: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }

    extension<TIn, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(IParallelGroup<TIn, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> group)
    {
        /// <summary>A race of branches that yield different types: GRF106.</summary>
        [OverloadResolutionPriority(FlowOperators.Fallback)]
        [Obsolete(MixedRace, error: true, DiagnosticId = "GRF106", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, T1> First() => throw new FlowDefinitionException(MixedRace, "GRF106");
    }
}
