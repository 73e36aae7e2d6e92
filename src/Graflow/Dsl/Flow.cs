using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow;

/// <summary>Makes parts of flows that no operator makes: tasks from lambdas, and any number of branches. A lambda is a task in this process only, shared by all runs of the flow: it is called concurrently.</summary>
public static partial class Flow
{
    // An async lambda fits both; Task is what people mean, and the cheaper state machine is no reason to guess otherwise.
    private const int PreferTask = 2;
    private const int PreferValueTask = 1;

    private const string BranchMismatch = "The branches of Flow.Parallel take one type and yield one. Put .Select(…) behind those that yield another, or combine them by | to a tuple.";

    /// <summary>Any number of branches of one type, which all take the same input and run in parallel; their outputs are a list in branch order.</summary>
    /// <param name="branches">At least one.</param>
    /// <exception cref="FlowDefinitionException">There is no branch (GRF108), or one is null (GRF103).</exception>
    public static ClosedGroup<TIn, IReadOnlyList<TOut>> Parallel<TIn, TOut>(params IEnumerable<IExecutable<TIn, TOut>> branches)
    {
        ArgumentNullException.ThrowIfNull(branches);
        FlowExpression[] expressions = [.. branches.Select(static (branch, i) => Operand.Expression(branch, $"branch {i}"))];
        if (expressions.Length == 0)
        {
            throw new FlowDefinitionException("Flow.Parallel was given no branch; give at least one.", "GRF108");
        }

        return new(new GroupExpression<IReadOnlyList<TOut>>(expressions, static reader => reader.ReadAll<TOut>(), GroupSettings.Default));
    }

    /// <summary>The branches are not of one type: GRF105.</summary>
    [OverloadResolutionPriority(-1)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(BranchMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
    public static ClosedGroup<Unit, IReadOnlyList<object>> Parallel(params IEnumerable<IExecutable> branches) =>
        throw FlowOperators.Mismatch(BranchMismatch);
}
