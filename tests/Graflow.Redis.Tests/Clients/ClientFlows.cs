using Graflow.CompilerServices;
using Graflow.Dsl;
using Graflow.Engine;

namespace Graflow.Redis.Tests.Clients;

/// <summary>What a generated module registers, written by hand; once, because the registry is the process's.</summary>
internal static class ClientFlows
{
    internal static Flow<int, int> Double { get; } = Flow.Task("client.double", static (int x) => 2 * x) >> Flow.Task("client.more", static (int x) => x + 1);

    internal static Flow<int, int> Triple { get; } = Flow.Task("client.triple", static (int x) => 3 * x) >> Flow.Task("client.same", static (int x) => x);

    internal static Flow<int, int> Fails { get; } = Flow.Task("client.first", static (int x) => x) >> Flow.Task("client.throw", static int (int x) => throw new InvalidOperationException($"{x} is too much."));

    internal static bool IsMended { get; set; }

    internal static Flow<int, int> Beside { get; } = (Flow.Task("client.broken", static int (int x) => IsMended ? x : throw new InvalidOperationException("broken")) | Flow.Task("client.sound", static (int x) => 10 * x))
        >> Flow.Task("client.both", static ((int Left, int Right) x) => x.Left + x.Right);

    internal static Flow<int, string> Approved { get; } = Flow.Task("client.ask", static (int x) => x)
        >> Flow.WaitFor<string>("approval").As("wait")
        >> Flow.Task("client.answer", static (string word) => word + "!");

    internal static Flow<Unit, Unit> Nothing { get; } = Flow.Task("client.no", static (Unit _) => Unit.Value) >> Flow.Task("client.none", static (Unit _) => Unit.Value);

    internal static Flow<string, int> Length { get; } = Flow.Task("client.length", static (string text) => text.Length) >> Flow.Task("client.length2", static (int x) => x);

    static ClientFlows()
    {
        Add("client.Double", static () => Double);
        Add("client.Triple", static () => Triple);
        Add("client.Fails", static () => Fails);
        Add("client.Beside", static () => Beside);
        Add("client.Approved", static () => Approved);
        Add("client.Nothing", static () => Nothing);
        Add("client.Length", static () => Length);
    }

    /// <summary>Makes them known, where nothing else has.</summary>
    internal static void Register() => _ = Double;

    internal static PlanStructure StructureOf<TIn, TOut>(Flow<TIn, TOut> flow) => Operand.Expression(flow, nameof(flow)).PlanFor<TIn>().Structure;

    private static void Add<TIn, TOut>(string name, Func<Flow<TIn, TOut>> flow) => GraflowRegistry.Add(new WorkflowRegistration<TIn, TOut>(name, flow));
}
