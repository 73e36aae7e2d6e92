using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF005, GRF107, GRF303, GRF304.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("[Task(Timeout = \"00:00:30\")] public static int [|F|](int x) => x;")]
    [InlineData("[Task(Timeout = \"00:00:30\"), Retry(2)] public static Task [|F|](int x, [FromServices] HttpClient client) => client.GetAsync(\"\");")]
    public async Task A_time_limit_without_a_token_is_a_suggestion(string task)
    {
        var found = await Findings.ExpectAsync("GRF005", Class(task), DiagnosticSeverity.Info);
        Assert.StartsWith("'F' has a time limit", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Task] private static int F(int x) => x;")]
    [InlineData("[Task(Timeout = \"00:00:30\")] private static int F(int x, CancellationToken ct) => x;")]
    [InlineData("[Task(Timeout = \"00:00:30\")] private static int F(int x, TaskContext<int> context) => x;")]
    public Task A_token_or_a_context_is_enough(string task) => Findings.ExpectNoneAsync(Internal(task), "GRF005");

    [Theory]
    [InlineData("[Task] public static Next<int> [|F|](int x) => Next.To(Tasks.F, x + 1);")]
    [InlineData("[Task] public static async Task<Next<int>> [|F|](int x) { await Task.Yield(); if (x > 1) { return Next.To(Tasks.F, 0); } return x > 0 ? Next.To(Tasks.F, x) : Next.To(Tasks.F.As(\"again\"), 2); }")]
    public async Task A_task_that_always_runs_again_is_a_warning(string task)
    {
        var found = await Findings.ExpectAsync("GRF107", Class(task), DiagnosticSeverity.Warning);
        Assert.StartsWith("The task 'F' always asks to run again", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Task] public static void [|F|](TaskContext<int> context, int x) => context.NextIteration(x + 1);")]
    [InlineData("[Task] public static async Task<int> [|F|](int x, TaskContext<int> again) { await Task.Yield(); if (x > 1) { x = 0; } again.NextIteration(x); return x; }")]
    public async Task A_task_that_always_asks_for_another_iteration_is_a_warning(string task)
    {
        var found = await Findings.ExpectAsync("GRF107", Class(task), DiagnosticSeverity.Warning);
        Assert.StartsWith("The task 'F' always asks for another iteration", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Task] public static int F(TaskContext<int> context, int x) { if (x < 3) { context.NextIteration(x + 1); } return x; }")]
    [InlineData("[Task] public static int F(TaskContext<int> context, int x) { if (x > 3) { return x; } context.NextIteration(x + 1); return x; }")]
    [InlineData("[Task] public static int F(TaskContext<int> context, int x) { if (x > 3) { throw new InvalidOperationException(); } context.NextIteration(x + 1); return x; }")]
    [InlineData("[Task] public static async Task<int> F(TaskContext<int> context, int time, CancellationToken ct) { await Task.Delay(time, ct); context.NextIteration(time); return time; }")]
    [InlineData("public static void F(TaskContext<int> context, int x) => context.NextIteration(x);")]
    public Task An_iteration_that_may_be_the_last_is_fine(string task) => Findings.ExpectNoneAsync(Class(task).Replace("public", "internal", StringComparison.Ordinal));

    [Fact]
    public async Task A_loop_that_nothing_leads_into_is_a_warning()
    {
        var found = await Findings.ExpectAsync("GRF107", Internal("[Task] internal static Next<int> [|Loop|](int x) => x > 1 ? x : Next.To(Tasks.Loop, x + 1); [Task] internal static Next<int> Used(int x) => x > 1 ? x : Next.To(Tasks.Used, x); internal static object Flow => Tasks.Used;"), DiagnosticSeverity.Warning);
        Assert.Equal("Nothing leads into the loop of the task 'Orders.Loop': it names itself as what runs next, and no flow and no other task names it", found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("[Task] internal static Next<int> A(int x) => x > 1 ? x : Next.To(Tasks.B, x); [Task] internal static Next<int> B(int x) => Next.To(Tasks.A, x);")]
    [InlineData("[Task] internal static Next<int> A(int x) => x > 1 ? x : Next.To(Tasks.A, x); internal static Flow<int, int> Flow() => Tasks.A;")]
    [InlineData("[Task] internal static int[] Reverse(int[] x) { Array.Reverse(x); return x; }")]
    public Task A_loop_that_something_names_is_fine(string members) => Findings.ExpectNoneAsync(Internal(members));

    [Theory]
    [InlineData("public static partial class Orders { [Task] public static Next<int> A(int x) => x > 1 ? x : Next.To(Tasks.A, x); }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")] internal static partial class Orders { [Task] internal static Next<int> A(int x) => x > 1 ? x : Next.To(Tasks.A, x); }")]
    public Task A_loop_that_other_assemblies_may_name_is_fine(string source) => Findings.ExpectNoneAsync(source);

    [Theory]
    [InlineData("[Task] private static Next<int> F(int x) => x > 1 ? x : Next.To(Tasks.F, x + 1); internal static object Flow => Tasks.F;")]
    [InlineData("[Task] private static Next<int> F(int x) => x switch { 1 => Next.To(Tasks.F, 2), 2 => Next.To(Tasks.G, 1), _ => throw new InvalidOperationException() }; [Task] private static int G(int x) => x; internal static object Flow => Tasks.F;")]
    [InlineData("[Task] private static Next<int> F(int x) => Next.To(Tasks.G, x); [Task] private static Next<int> G(int x) => x;")]
    [InlineData("[Task] private static Next<int> F(int x, CancellationToken ct) { ct.ThrowIfCancellationRequested(); return Next.To(Tasks.F, x); } internal static object Flow => Tasks.F;")]
    public Task A_task_with_a_way_out_is_fine(string task) => Findings.ExpectNoneAsync(Internal(task));

    [Theory]
    [InlineData("[Task] public static int F(Task<int> x) => [|x.Result|];", ".Result")]
    [InlineData("[Task] public static void F(HttpClient x) => [|x.GetAsync(\"\").Wait()|];", ".Wait()")]
    [InlineData("[Task] public static int F(ValueTask<int> x) => [|x.GetAwaiter().GetResult()|];", ".GetAwaiter().GetResult()")]
    [InlineData("[Task] public static void F(Task[] x) => [|Task.WaitAll(x)|];", "Task.WaitAll")]
    [InlineData("[Task] public static async Task<int> F(Task<int>[] x) { await Task.Yield(); return x.Sum(y => [|y.Result|]); }", ".Result")]
    [InlineData("[Task] public static int F(Task<int> x) { return Local(); int Local() => [|x.Result|]; }", ".Result")]
    [InlineData("[Task] public static int F(Task<int> x) => [|x.Result|].CompareTo(1);", ".Result")]
    public async Task Blocking_on_a_task_is_a_warning(string task, string text)
    {
        var found = (await Findings.ExpectAsync("GRF303", Class("#pragma warning disable GRF202\n" + task), DiagnosticSeverity.Warning)).Single();
        Assert.StartsWith($"'{text}' blocks a thread in the task 'F'", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Task] private static async Task<int> F(int x) { var (a, b) = (Task.FromResult(x), Task.FromResult(x)); await Task.WhenAll(a, b); return a.Result + b.Result; }")]
    [InlineData("[Task] private static async Task<int> F(int x) { var a = Task.FromResult(x); return a.IsCompletedSuccessfully ? a.Result : await a; }")]
    [InlineData("private static int F(Task<int> x) => x.Result;")]
    [InlineData("[Task] private static int F(Answer x) => x.Result; internal sealed record Answer(int Result);")]
    [InlineData("[Task] private static int F(int x) { Func<Task<int>, int> later = y => y.Result; return later.Method.Name.Length + x; }")]
    public Task A_result_that_is_there_or_is_none_of_ours_is_fine(string task) => Findings.ExpectNoneAsync(Internal(task));

    [Theory]
    [InlineData("[|catch (Exception)|] { }")]
    [InlineData("[|catch|] { }")]
    [InlineData("[|catch (OperationCanceledException)|] { return; }")]
    [InlineData("[|catch (TaskCanceledException e)|] { Console.WriteLine(e); }")]
    [InlineData("catch (IOException) { } [|catch (Exception)|] { }")]
    public async Task Swallowing_the_tasks_cancellation_is_a_warning(string handler)
    {
        var found = await Findings.ExpectAsync("GRF304", Class($"[Task] public static async Task F(HttpClient client, CancellationToken ct) {{ try {{ await client.GetAsync(\"\", ct); }} {handler} }}"
            .Replace("HttpClient client", "[FromServices] HttpClient client", StringComparison.Ordinal)), DiagnosticSeverity.Warning);
        Assert.StartsWith("The task 'F' catches the exception of its own cancellation", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await client.GetAsync(\"\", ct);", "catch (Exception e) when (e is not OperationCanceledException) { }")]
    [InlineData("await client.GetAsync(\"\", ct);", "catch (OperationCanceledException) when (!ct.IsCancellationRequested) { }")]
    [InlineData("await client.GetAsync(\"\", ct);", "catch (Exception) { if (ct.IsCancellationRequested) { throw; } }")]
    [InlineData("await client.GetAsync(\"\", ct);", "catch (OperationCanceledException) { throw; } catch (Exception) { }")]
    [InlineData("await client.GetAsync(\"\", ct);", "catch (HttpRequestException) { }")]
    [InlineData("await Task.Yield();", "catch (Exception) { }")]
    public Task What_lets_it_through_or_never_hears_of_it_is_fine(string attempt, string handler) =>
        Findings.ExpectNoneAsync(Internal($"[Task] private static async Task F([FromServices] HttpClient client, CancellationToken ct) {{ try {{ {attempt} }} {handler} }}"));

    private static string Class(string member) => $"public static partial class Orders\n{{\n{member}\n}}";

    private static string Internal(string member) => $"internal static partial class Orders\n{{\n{member}\n}}";
}
