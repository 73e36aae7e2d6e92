using System.Collections.Concurrent;

namespace Graflow.Plans;

/// <summary>The plans of one expression: one for each type of input that it was run with, which is one unless a base type's flow is given derived inputs.</summary>
internal sealed class PlanCache(FlowExpression expression)
{
    private readonly ConcurrentDictionary<Type, FlowPlan> _others = new();
    private FlowPlan? _first;

    internal FlowPlan For<TIn>()
    {
        var first = Volatile.Read(ref _first);
        if (first?.Vertices[0] is InputVertex<TIn>)
        {
            return first;
        }

        var plan = _others.GetOrAdd(typeof(TIn), static (_, expression) => PlanCompiler.Compile<TIn>(expression), expression);
        Interlocked.CompareExchange(ref _first, plan, null);
        return plan;
    }
}
