using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graflow;

/// <summary>What tasks, flows and groups can do. Nothing changes its operand; all methods may be called concurrently, and throw <see cref="FlowDefinitionException"/> (GRF103) for an operand that is null.</summary>
public static class FlowExtensions
{
    private const int Unfit = -1;
    private const string FallbackMismatch = "The fallback must take the same input, or none, and yield the same type. Put a task or .Select(…) behind it.";
    private const string BindMismatch = "Bind fixes the input, and the value is of another type. Convert the value.";

    extension<TIn, TOut>(IExecutable<TIn, TOut> source)
    {
        /// <summary>Fixes the input; what comes before only orders it.</summary>
        /// <param name="value">Passed by reference to every run: it should be immutable.</param>
        public Flow<Unit, TOut> Bind(TIn value) => new(new BindExpression<TIn>(Operand.Expression(source, nameof(source)), value));

        /// <summary>Turns success and failure into data: an <see cref="Outcome{T}"/>, of which whatever comes next must take account.</summary>
        public Flow<TIn, Outcome<TOut>> Try() => new(new TryExpression<TOut>(Operand.Expression(source, nameof(source))));

        /// <summary>If this fails, <paramref name="fallback"/> runs with the same input, and its output is the output.</summary>
        public Flow<TIn, TOut> OrElse(IExecutable<TIn, TOut> fallback) => Alternative(source, fallback);

        /// <summary>If this fails, <paramref name="fallback"/>, which takes nothing, runs, and its output is the output.</summary>
        public Flow<TIn, TOut> OrElse(IExecutable<Unit, TOut> fallback) => Alternative(source, fallback);

        /// <summary>The fallback does not take or yield the same: GRF105.</summary>
        [OverloadResolutionPriority(Unfit)]
        [EditorBrowsable(EditorBrowsableState.Never)]
        [Obsolete(FallbackMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<TIn, TOut> OrElse<TOtherIn, TOtherOut>(IExecutable<TOtherIn, TOtherOut> fallback) =>
            throw FlowOperators.Mismatch($"{FallbackMismatch} The first is from {typeof(TIn)} to {typeof(TOut)}, the fallback from {typeof(TOtherIn)} to {typeof(TOtherOut)}.");

        /// <summary>The value is of another type than the input: GRF105.</summary>
        [OverloadResolutionPriority(Unfit)]
        [EditorBrowsable(EditorBrowsableState.Never)]
        [Obsolete(BindMismatch, error: true, DiagnosticId = "GRF105", UrlFormat = RuleHelp.UrlFormat)]
        public Flow<Unit, TOut> Bind<TValue>(TValue value) =>
            throw FlowOperators.Mismatch($"{BindMismatch} The input is {typeof(TIn)}, the value {typeof(TValue)}.");

        /// <summary>Limits the time from the start of the first task in it to its output: what exceeds it is cancelled, and a failure with <see cref="TaskTimeoutException"/> goes on instead.</summary>
        /// <param name="limit">More than zero.</param>
        /// <exception cref="FlowDefinitionException"><paramref name="limit"/> is zero or less (GRF302).</exception>
        public Flow<TIn, TOut> Within(TimeSpan limit)
        {
            var expression = Operand.Expression(source, nameof(source));
            return limit > TimeSpan.Zero
                ? new(new WithinExpression<TOut>(expression, limit))
                : throw new FlowDefinitionException($"Within({limit}) leaves no time; give more than zero.", "GRF302");
        }

        /// <summary>Hands the output on after a time. Holds no thread, slot or permit meanwhile.</summary>
        /// <param name="time">From the moment when the output is there; zero or more.</param>
        /// <exception cref="FlowDefinitionException"><paramref name="time"/> is negative (GRF302).</exception>
        public Flow<TIn, TOut> Delay(TimeSpan time) => new(new SequenceExpression(Operand.Expression(source, nameof(source)), new DelayExpression<TOut>(time)));

        /// <summary>Another instance of a whole flow: its tasks run apart from the same tasks elsewhere, and their paths begin with the name.</summary>
        /// <param name="name">Such as <c>eu</c>; paths read <c>eu/Orders.Fetch</c>. The same name makes the same instance.</param>
        /// <exception cref="FlowDefinitionException">The name is empty or has one of <c>/ # [ ] !</c>.</exception>
        public Flow<TIn, TOut> As(string name) => new(new AsExpression(Operand.Expression(source, nameof(source)), name));

        /// <summary>Says where the bodies in it run; the nearest execution around a task wins.</summary>
        public Flow<TIn, TOut> WithExecution(Execution execution) =>
            new(new ExecutionExpression(Operand.Expression(source, nameof(source)), Operand.Setting(execution, "execution")));

        /// <summary>Runs this once for each element of a list; the results stand in the elements' order. It fails when an element does, once all have ended; <c>WithPolicy</c> changes that. A list without elements yields one.</summary>
        /// <param name="maxConcurrency">How many elements are in work at once; at least 1. Unlimited by default, but for the execution's own limit.</param>
        /// <exception cref="FlowDefinitionException"><paramref name="maxConcurrency"/> is less than 1 (GRF302).</exception>
        public ForEachGroup<TIn, TOut> ForEach(int maxConcurrency = int.MaxValue)
        {
            var body = Operand.Expression(source, nameof(source));
            return maxConcurrency > 0
                ? new(new ForEachExpression<TIn, TOut, TOut>(body, maxConcurrency, GroupSettings.Default, static outcome => outcome.Value))
                : throw new FlowDefinitionException($"ForEach({maxConcurrency}) could never run an element; give 1 or more, or ForEach() for no limit.", "GRF302");
        }
    }

    extension<TNode>(TNode node)
        where TNode : TaskNode
    {
        /// <summary>Another instance of the task: it runs apart from the task itself, and its path begins with the name.</summary>
        /// <param name="name">Such as <c>eu</c>; the path reads <c>eu/Orders.Fetch</c>. The same name makes the same instance.</param>
        /// <exception cref="FlowDefinitionException">The name is empty or has one of <c>/ # [ ] !</c>.</exception>
        public TNode As(string name) => (TNode)Operand.Node(node).CloneAs(name);

        /// <summary>The task with other options; the node itself does not change.</summary>
        /// <param name="configure">Changes a copy of the node's options.</param>
        /// <exception cref="FlowDefinitionException">An option is out of range (GRF302).</exception>
        public TNode With(Action<TaskOptions> configure) => (TNode)Operand.Node(node).CloneWith(configure);
    }

    private static Flow<TIn, TOut> Alternative<TIn, TOut>(IExecutable<TIn, TOut> source, IExecutable fallback) =>
        new(new OrElseExpression<TIn, TOut>(Operand.Expression(source, nameof(source)), Operand.Expression(fallback, nameof(fallback))));
}
