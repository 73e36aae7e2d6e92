using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow;

/// <summary>The operators of the language. <c>a &gt;&gt; b</c>: b takes a's output. <c>a | b</c>: both take the same input. All of them throw <see cref="FlowDefinitionException"/> (GRF103) for an operand that is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FlowOperators
{
    // One class holds all operators, because the compiler compares priorities only within a class.
    internal const int UnitLeft = -1;
    internal const int OtherOrder = -1;
    internal const int Fallback = -2;

    internal const string SequenceMismatch =
        "The right side of >> does not take what the left side yields; the types of both are above. Put a task or .Select(…) between them, or change one of them. Branches must yield the parameters of a task in their order; ForEach and Flow.Parallel yield IReadOnlyList<T>, not an array.";

    internal const string BranchMismatch =
        "The branches of | take different inputs; the types of both are above. Branches take the same input, or none: put a task before the one that differs, or fix its input by .Bind(…).";

    extension<TIn, TMid, TOut>(IExecutable<TIn, TMid>)
    {
        /// <summary>The right side takes what the left side yields.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, TMid> left, IExecutable<TMid, TOut> right) =>
            Sequence.Of<TIn, TOut>(left, right);

        /// <summary>The right side, which takes nothing, runs after the left side.</summary>
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, TMid> left, IExecutable<Unit, TOut> right) =>
            Sequence.Of<TIn, TOut>(left, right);
    }

    extension<TIn, TMid, TOther, TOut>(IExecutable<TIn, TMid>)
    {
        /// <summary>The right side does not take what the left side yields: GRF105.</summary>
        [OverloadResolutionPriority(Fallback)]
        [Obsolete(SequenceMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public static Flow<TIn, TOut> operator >>(IExecutable<TIn, TMid> left, IExecutable<TOther, TOut> right) =>
            throw Mismatch($"{SequenceMismatch} The left side yields {typeof(TMid)}, the right side takes {typeof(TOther)}.");
    }

    internal static FlowDefinitionException Mismatch(string message) => new(message, "GRF105");
}
