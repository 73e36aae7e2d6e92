using Graflow.Dsl;
using Graflow.Engine;
using Graflow.Plans;

namespace Graflow.Tests.Engine.Structure;

/// <summary>What runs of small flows rely on.</summary>
internal static class Structures
{
    internal static PlanStructure Of<TIn, TOut>(IExecutable<TIn, TOut> flow) => PlanStructure.Of(PlanCompiler.Compile<TIn>(flow.Expression));

    internal static FlowExpression Expression<TIn, TOut>(this IExecutable<TIn, TOut> flow) => flow.Expression;

    internal static TaskNode<int, int> Step(string id) => Flow.Task(id, (int x) => x);

    internal static TaskNode<(int, int), int> Join(string id) => Flow.Task(id, ((int A, int B) x) => x.A + x.B);

    /// <summary>What a run that was started with one flow is told when it is resumed with another.</summary>
    internal static IReadOnlyList<string> Changes<TIn, TOut, TIn2, TOut2>(IExecutable<TIn, TOut> recorded, IExecutable<TIn2, TOut2> present) =>
        StructureDiff.Of(PlanStructure.Parse(Of(recorded).Text), Of(present));
}
