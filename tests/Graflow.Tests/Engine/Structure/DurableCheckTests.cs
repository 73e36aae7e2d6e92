using Graflow.Engine;
using Graflow.Plans;
using Xunit;
using static Graflow.Tests.Engine.Structure.Structures;

namespace Graflow.Tests.Engine.Structure;

public sealed class DurableCheckTests
{
    private const string Advice = "must be in a durable run's log: DurableCheckTests cannot leave this process: no codec was generated for it. Name it in a task's signature or a channel key, mark it with [Payload], or add [assembly: Payload(typeof(DurableCheckTests))].";

    [Fact]
    public void A_flow_whose_values_have_codecs_passes() =>
        DurableCheck.Run(PlanCompiler.Compile<int>((Step("a") >> (Step("b") | Step("c")).Select(static pair => pair) >> Join("d")).Expression()));

    [Fact]
    public void What_is_computed_again_needs_no_codec() =>
        DurableCheck.Run(PlanCompiler.Compile<int>(Step("a").Select(static _ => new DurableCheckTests()).Select(static _ => 1).Expression()));

    [Fact]
    public void An_output_of_a_task_is_refused_by_the_tasks_name() =>
        Refused<int>(Flow.Task("make", (int x) => new DurableCheckTests()).As("eu") >> Flow.Task("use", (DurableCheckTests x) => 1), $"GRF201: The output of eu/make {Advice}");

    [Fact]
    public void A_task_in_a_body_for_elements_is_refused() =>
        Refused<int>(
            Flow.Task("list", (int x) => new[] { x }.ToList()) >> (Flow.Task("make", (int x) => new DurableCheckTests()) >> Flow.Task("use", (DurableCheckTests x) => 1)).ForEach().Select(static all => all.Count),
            $"GRF201: The output of make {Advice}");

    [Fact]
    public void An_input_of_the_flow_is_refused() =>
        Refused<DurableCheckTests>(Flow.Task("use", (DurableCheckTests x) => 1), $"GRF201: The flow's input {Advice}");

    [Fact]
    public void An_output_of_the_flow_is_refused() =>
        Refused<int>(Step("a").Select(static x => new DurableCheckTests()), $"GRF201: The flow's output {Advice}");

    [Fact]
    public void A_bound_value_is_refused() =>
        Refused<int>(Step("a") >> Flow.Task("use", (DurableCheckTests x) => 1).Bind(new DurableCheckTests()), $"GRF201: A bound value {Advice}");

    [Fact]
    public void What_a_signal_brings_is_refused() =>
        Refused<int>(Step("a") >> Flow.WaitFor<DurableCheckTests>("ok") >> Flow.Task("use", (DurableCheckTests x) => 1), $"GRF201: What the signal ok brings {Advice}");

    [Fact]
    public void A_function_is_refused_in_the_words_of_the_build() =>
        Refused<int>(
            Flow.Task("make", (int x) => new Func<int>(() => x)) >> Flow.Task("use", (Func<int> x) => x()),
            "GRF202: The output of make must be in a durable run's log: Func<int> cannot leave this process: Func<int> is a function, whose code and captured variables stay in this process; pass the data that it needs.");

    private static void Refused<TIn>(IExecutable flow, string message)
    {
        var plan = PlanCompiler.Compile<TIn>(flow.Expression);
        Assert.Equal(message, Assert.Throws<NotSerializableException>(() => DurableCheck.Run(plan)).Message);
        Assert.Throws<NotSerializableException>(() => DurableCheck.Run(plan));
    }
}
