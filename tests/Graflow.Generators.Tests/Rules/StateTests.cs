using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF206 at the task itself.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("private static int s_total; [Task(Handler = \"process\")] public static int F(int x) { [|s_total|] += x; return x; }", "the static field 's_total'")]
    [InlineData("private static int s_total; [Task(Handler = \"docker\")] public static int F(int x) => [|s_total|]++ + x;", "the static field 's_total'")]
    [InlineData("public static int Last { get; set; } [Task(Handler = \"process\")] public static void F(int x) => [|Last|] = x;", "the static property 'Last'")]
    [InlineData("[Task(Handler = \"process\")] public static void F(int x) { foreach (var y in new[] { x }) { Action write = () => [|Other.Last|] = y; write(); [|Other.Count|]--; } }", "the static field 'Last'", "the static field 'Count'")]
    [InlineData("private static int s_low, s_high; [Task(Handler = \"process\")] public static int F(int x) { int y; ([|s_low|], (y, [|Other.Count|])) = (x, (x, x)); var pair = (s_low, s_high); return y + pair.s_low; }", "the static field 's_low'", "the static field 'Count'")]
    [InlineData("private static int s_total; [Task(Handler = \"process\")] public static bool F(string x) => int.TryParse(x, out [|s_total|]) && int.TryParse(x, out var y) && int.TryParse(x, out y);", "the static field 's_total'")]
    public async Task Static_state_that_a_task_writes_in_another_process_is_a_warning(string members, params string[] writes)
    {
        var found = await Findings.ExpectAsync("GRF206", Class(members), DiagnosticSeverity.Warning);
        Assert.Equal(writes.Select(write => $"The task 'F' runs in another process, and {write} that it writes is that process's own: this one never sees the value, and the next attempt may run in a third. Return it, or keep it in the channel."), found.Select(problem => problem.GetMessage(null)));
    }

    [Theory]
    [InlineData("private int _count; [Task(Handler = \"process\")] public int F(int x) { [|_count|] = x; return _count; }", "the instance field '_count'")]
    [InlineData("public int Last { get; private set; } [Task(Handler = \"process\")] public void F(int x) => [|this.Last|] = x;", "the instance property 'Last'")]
    public async Task State_of_the_instance_is_too(string members, string write)
    {
        var found = Assert.Single(await Findings.ExpectAsync("GRF206", $"public partial class Work\n{{\n{members}\n}}", DiagnosticSeverity.Warning));
        Assert.Equal($"The task 'F' runs in another process, and {write} that it writes goes with the instance when the attempt ends there. Return the value, or keep it in the channel.", found.GetMessage(null));
    }

    [Theory]
    [InlineData("private static int s_total; [Task] internal static int F(int x) => s_total += x;")]
    [InlineData("private static int s_total; [Task(Handler = \"direct\")] internal static int F(int x) => s_total += x;")]
    [InlineData("private static int s_total; internal static int F(int x) => s_total += x;")]
    [InlineData("private static readonly int Known = 1; [Task(Handler = \"process\")] internal static int F(int x) { var y = Known; y += x; x++; return y; }")]
    [InlineData("private static string? s_cache; [Task(Handler = \"process\")] internal static int F(int x) { s_cache ??= \"a\"; return s_cache.Length + x; }")]
    [InlineData("private static int s_total; [Task(Handler = \"process\")] internal static int F(int x) { Interlocked.Add(ref s_total, x); return s_total; }")]
    [InlineData("[Task(Handler = \"process\")] internal static Box F(int x) { var box = new Box { Value = x }; box.Value = 2; return box; } internal sealed class Box { public int Value { get; set; } }")]
    [InlineData("[Task(Handler = \"process\")] internal static void F(int x) { Environment.ExitCode = x; Changing = x; } private static int Changing { get => 1; set => Console.WriteLine(value); }")]
    public Task Nothing_is_said_of_what_stays_here_or_is_no_state(string members) => Findings.ExpectNoneAsync($"internal static partial class Orders\n{{\n{members}\n}}");

    private static string Class(string members) => $"public static partial class Orders\n{{\n{members}\n}}\npublic static class Other {{ public static int Last; public static int Count; }}";
}
