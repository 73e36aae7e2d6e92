using System.Runtime.CompilerServices;

namespace Graflow;

/// <summary>Projections.</summary>
public static class SelectExtensions
{
    private const string AsynchronousSelect =
        "A projection in Select is synchronous: it runs in the driver, between tasks. Make it a [Task], or Flow.Task(\"…\", …), and put it after >>.";

    extension<TIn, TOut>(IExecutable<TIn, TOut> source)
    {
        /// <summary>Projects the output. The function is run by the driver between tasks, at least once: it must be pure, short and synchronous.</summary>
        public Flow<TIn, TResult> Select<TResult>(Func<TOut, TResult> projection)
        {
            ArgumentNullException.ThrowIfNull(projection);
            return new(new SelectExpression<TOut, TResult>(Operand.Expression(source, nameof(source)), projection));
        }

        /// <summary>An asynchronous projection: GRF111.</summary>
        [OverloadResolutionPriority(1)]
        [Obsolete(AsynchronousSelect, error: true, DiagnosticId = "GRF111", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, TResult> Select<TResult>(Func<TOut, Task<TResult>> projection) => throw new FlowDefinitionException(AsynchronousSelect, "GRF111");

        /// <summary>An asynchronous projection: GRF111.</summary>
        [Obsolete(AsynchronousSelect, error: true, DiagnosticId = "GRF111", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, TResult> Select<TResult>(Func<TOut, ValueTask<TResult>> projection) => throw new FlowDefinitionException(AsynchronousSelect, "GRF111");

        /// <summary>An asynchronous projection: GRF111.</summary>
        [Obsolete(AsynchronousSelect, error: true, DiagnosticId = "GRF111", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, Unit> Select(Func<TOut, Task> projection) => throw new FlowDefinitionException(AsynchronousSelect, "GRF111");
    }
}
