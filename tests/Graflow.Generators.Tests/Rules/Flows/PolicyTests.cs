using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF108.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData("public static object F => (P | Q).WithPolicy([|GroupPolicy.AtLeast(3)|]);", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F => (P | Q | M).Named(\"all\").WithPolicy([|GroupPolicy.AtLeast(4)|]);", "AtLeast(4) can never succeed: the group all has 3 branches. Ask for 3 or fewer.")]
    [InlineData("public static object F => Flow.Parallel(P, Q).WithPolicy([|GroupPolicy.AtLeast(3)|]);", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F => [|GroupPolicy.AtLeast(0)|];", "AtLeast(0) asks for nothing; give 1 or more, or use BestEffort.")]
    [InlineData("public static object F => [|GroupPolicy.Critical()|];", "Critical() names no task; name one or more, or use BestEffort.")]
    [InlineData("public static object F => [|GroupPolicy.AtMostFailed(-0.5)|];", "AtMostFailed(-0.5) is not a percentage; give 0 to 100.")]
    [InlineData("public static object F => [|GroupPolicy.AtMostFailed(100.5)|];", "AtMostFailed(100.5) is not a percentage; give 0 to 100.")]
    [InlineData("public static object F => ((P >> Q) | M).WithPolicy([|GroupPolicy.Critical(P)|]);", "Critical names A.P, which yields no branch's output in ((A.P >> A.Q) | A.M): the branches end in A.Q, A.M. Name one of these.")]
    [InlineData("public static object F => (P | Q).WithPolicy([|GroupPolicy.Critical(P.As(\"eu\"))|]);", "Critical names eu/A.P, which yields no branch's output in (A.P | A.Q): the branches end in A.P, A.Q. Name one of these.")]
    [InlineData("public static object F => P.ForEach().WithPolicy([|GroupPolicy.Critical(P)|]);", "Critical(A.P) names branches, and the elements of A.P.ForEach() have no names. Use AtLeast or AtMostFailed.")]
    [InlineData("private const int Many = 3; private static readonly TolerantPolicy Most = GroupPolicy.AtLeast(Many); public static object F => (P | Q).WithPolicy([|Most|]);", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("private static Flow<int, int> Two(int n) => (P | Q).WithPolicy(GroupPolicy.AtLeast(n)).Select(x => 1); public static object F => [|Two(3)|] >> M;", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F() { var policy = GroupPolicy.AtLeast(3); var group = P | Q; return group.WithPolicy([|policy|]); }", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F(bool all) => (P | Q).WithPolicy(all ? [|GroupPolicy.AtLeast(3)|] : GroupPolicy.BestEffort);", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F(int n) => (P | Q).WithPolicy(n switch { 1 => GroupPolicy.BestEffort, 2 => (([|GroupPolicy.Critical(M)|])), _ => GroupPolicy.AtLeast(n) });", "Critical names A.M, which yields no branch's output in (A.P | A.Q): the branches end in A.P, A.Q. Name one of these.")]
    [InlineData("public static object F(TolerantPolicy? given) => (P | Q).WithPolicy(given ?? [|GroupPolicy.AtLeast(3)|]);", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F() { TaskNode[] tasks = [P, M]; return (P | Q).WithPolicy([|GroupPolicy.Critical(tasks)|]); }", "Critical names A.M, which yields no branch's output in (A.P | A.Q): the branches end in A.P, A.Q. Name one of these.")]
    [InlineData("public static object F() { var tasks = new TaskNode[] { M.As(\"a\") }; var policy = GroupPolicy.Critical(tasks); return (P | Q).WithPolicy([|policy|]); }", "Critical names a/A.M, which yields no branch's output in (A.P | A.Q): the branches end in A.P, A.Q. Name one of these.")]
    [InlineData("public static object F() { IExecutable<int, int>[] both = [P, Q]; return Flow.Parallel(both).WithPolicy([|GroupPolicy.AtLeast(3)|]); }", "AtLeast(3) can never succeed: (A.P | A.Q) has 2 branches. Ask for 2 or fewer.")]
    [InlineData("public static object F => [|Flow.Parallel<int, int>()|];", "Flow.Parallel was given no branch; give at least one.")]
    [InlineData("public static object F => [|Flow.Parallel<int, int>([])|] >> Flow.Task(\"count\", (IReadOnlyList<int> x) => x.Count);", "Flow.Parallel was given no branch; give at least one.")]
    [InlineData("public static object F() { var none = new IExecutable<int, int>[0]; return [|Flow.Parallel(none)|]; }", "Flow.Parallel was given no branch; give at least one.")]
    public Task A_contradiction_is_reported_in_the_words_of_the_policy(string members, string message) => FlowFindings.ExpectAsync("GRF108", members, message);

    [Theory]
    [InlineData("public static object F => (P | Q).WithPolicy(GroupPolicy.AtLeast(2));")]
    [InlineData("public static object F => P.ForEach().WithPolicy(GroupPolicy.AtLeast(5));")]
    [InlineData("public static object F => (P | Q).As(\"eu\");")]
    [InlineData("public static object F => ((P >> Q) | M.As(\"b\")).WithPolicy(GroupPolicy.Critical(Q, M.As(\"b\")));")]
    [InlineData("public static object F => GroupPolicy.AtMostFailed(0) == GroupPolicy.AtMostFailed(100);")]
    [InlineData("public static object F(int n) => (P | Q).WithPolicy(GroupPolicy.AtLeast(n));")]
    [InlineData("public static object F(IExecutable<int, int>[] many) => Flow.Parallel(many).WithPolicy(GroupPolicy.AtLeast(5));")]
    [InlineData("public static object F(IExecutable<int, int> some) => (some | Q).WithPolicy(GroupPolicy.Critical(P));")]
    [InlineData("public static object F(ParallelGroup<int, (int, int)> some) => (some | Q).WithPolicy(GroupPolicy.AtLeast(3));")]
    [InlineData("private static TolerantPolicy Of(int n) => n > 0 ? GroupPolicy.AtLeast(n) : GroupPolicy.BestEffort; public static object F => (P | Q).WithPolicy(Of(0));")]
    [InlineData("private static IExecutable Of(ParallelGroup<int, (int, int)> g, int n) { if (n == 0) return g; return g.WithPolicy(GroupPolicy.AtLeast(n)); } public static object F => Of(P | Q, 0);")]
    [InlineData("private static TolerantPolicy In(int n) => GroupPolicy.AtLeast(n); private static TolerantPolicy Of(int n) { if (n > 0) return In(n); return GroupPolicy.BestEffort; } public static object F => Of(0);")]
    [InlineData("public static object F() { var n = 0; n++; return (P | Q).WithPolicy(GroupPolicy.AtLeast(n)); }")]
    [InlineData("public static object F() { var n = 3; n -= 1; return (P | Q).WithPolicy(GroupPolicy.AtLeast(n)); }")]
    [InlineData("private const int Quorum = 0; public static object F => Quorum > 0 ? GroupPolicy.AtLeast(Quorum) : GroupPolicy.BestEffort;")]
    [InlineData("public static object F(bool all) => (P | Q).WithPolicy(all ? GroupPolicy.AtLeast(2) : GroupPolicy.BestEffort);")]
    [InlineData("public static object F(bool all) { var policy = all ? GroupPolicy.AtLeast(3) : GroupPolicy.BestEffort; return all ? (P | Q | M).WithPolicy(policy) : (P | Q).WithPolicy(policy); }")]
    [InlineData("private static IExecutable Of(ParallelGroup<int, (int, int)> g, int n) => g.WithPolicy(n > 2 ? GroupPolicy.AtLeast(n) : GroupPolicy.BestEffort); public static object F => (Of(P | Q, 1), Of(P | Q, 3));")]
    [InlineData("private const bool All = false; public static object F => (P | Q).WithPolicy(All ? GroupPolicy.AtLeast(3) : GroupPolicy.BestEffort);")]
    [InlineData("public static object F() { TaskNode[] tasks = [P, M]; tasks[1] = Q; return (P | Q).WithPolicy(GroupPolicy.Critical(tasks)); }")]
    [InlineData("public static object F() { TaskNode[] tasks = [P, M]; Array.Resize(ref tasks, 1); return (P | Q).WithPolicy(GroupPolicy.Critical(tasks)); }")]
    [InlineData("public static object F(bool m) { TaskNode task = M; if (!m) task = P; TaskNode[] tasks = [task]; return (P | Q).WithPolicy(GroupPolicy.Critical(tasks)); }")]
    [InlineData("public static object F(IExecutable<int, int>[] more) => Flow.Parallel<int, int>([.. more]);")]
    public Task Nothing_is_said_of_what_may_succeed(string members) => FlowFindings.ExpectNoneAsync(members);
}
