using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class BodyFixTests
{
    [Theory]
    [InlineData("F(int x)", "F(int x, CancellationToken ct = default)")]
    [InlineData("F()", "F(CancellationToken ct = default)")]
    [InlineData("F(int ct)", "F(int ct, CancellationToken cancellationToken = default)")]
    public Task A_token_is_taken_last(string before, string after) =>
        Fixing<TakeTokenFix>.ExpectAsync("GRF005", Class($"[Task(Timeout = \"00:00:30\")] public static int {before} => 1;"), Class($"[Task(Timeout = \"00:00:30\")] public static int {after} => 1;"));

    [Fact]
    public Task All_take_one_at_once() => Fixing<TakeTokenFix>.ExpectAllAsync(
        "GRF005",
        Class("[Task(Timeout = \"00:00:30\")] public static int F() => 1; [Task(Timeout = \"00:00:30\")] public static int G(int x) => x;"),
        Class("[Task(Timeout = \"00:00:30\")] public static int F(CancellationToken ct = default) => 1; [Task(Timeout = \"00:00:30\")] public static int G(int x, CancellationToken ct = default) => x;"));

    [Theory]
    [InlineData("public static int F(int x) => Ask(x).Result;", "public static async Task<int> F(int x) => await Ask(x);")]
    [InlineData("public static int F(int x) { return Ask(x).GetAwaiter().GetResult() + 1; }", "public static async Task<int> F(int x) { return await Ask(x) + 1; }")]
    [InlineData("public static void F(int x) { Ask(x).Wait(); }", "public static async Task F(int x) { await Ask(x); }")]
    [InlineData("public static async Task<int> F(int x) { await Task.Yield(); return Ask(x).Result.CompareTo(2); }", "public static async Task<int> F(int x) { await Task.Yield(); return (await Ask(x)).CompareTo(2); }")]
    [InlineData("public static void F(int x) => Task.WaitAll(Ask(x), Ask(2));", "public static async Task F(int x) => await Task.WhenAll(Ask(x), Ask(2));")]
    [InlineData("public static Next<int> F(int x) => Ask(x).Result > 1 ? x : Next.To(Tasks.F, x);", "public static async Task<Next<int>> F(int x) => await Ask(x) > 1 ? x : Next.To(Tasks.F, x);")]
    public Task Blocking_becomes_awaiting(string before, string after) => Fixing<AwaitFix>.ExpectAsync("GRF303", Asking($"[Task] {before}"), Asking($"[Task] {after}"));

    [Fact]
    public Task All_become_awaiting_at_once() => Fixing<AwaitFix>.ExpectAllAsync(
        "GRF303",
        Asking("[Task] public static async Task<int> F(int x) { await Task.Yield(); return Ask(x).Result + Ask(2).Result; }"),
        Asking("[Task] public static async Task<int> F(int x) { await Task.Yield(); return await Ask(x) + await Ask(2); }"));

    [Theory]
    [InlineData("[Task] public static int F(int x) => [|Ask(x).Result|]; public static int Two => F(2);")]
    [InlineData("[Task] public static Task<int> F(int x) => Task.FromResult([|Ask(x).Result|]);")]
    [InlineData("[Task] public static int F(int x) { return Local(); int Local() => [|Ask(x).Result|]; }")]
    [InlineData("[Task] public static int F(int x) { lock (typeof(int)) { return [|Ask(x).Result|]; } }")]
    public Task Where_callers_or_the_place_forbid_it_a_person_decides(string members) => Fixing<AwaitFix>.ExpectNoneAsync("GRF303", Asking(members));

    [Theory]
    [InlineData("catch (Exception e) { Console.WriteLine(e); }", "catch (Exception e) when (e is not OperationCanceledException) { Console.WriteLine(e); }")]
    [InlineData("catch (Exception)\n{ }", "catch (Exception exception) when (exception is not OperationCanceledException)\n{ }")]
    [InlineData("catch { }", "catch (Exception exception) when (exception is not OperationCanceledException) { }")]
    [InlineData("catch (OperationCanceledException) { return; }", "catch (OperationCanceledException) { throw; }")]
    [InlineData("catch (OperationCanceledException) { }", "catch (OperationCanceledException) { throw; }")]
    [InlineData("catch (TaskCanceledException e)\n{\n    Console.WriteLine(e);\n}", "catch (TaskCanceledException e)\n{\n    Console.WriteLine(e);\n    throw;\n}")]
    public Task Cancellation_is_let_through(string before, string after) => Fixing<LetCancellationThroughFix>.ExpectAsync("GRF304", Trying(before), Trying(after));

    [Fact]
    public Task All_let_it_through_at_once() => Fixing<LetCancellationThroughFix>.ExpectAllAsync(
        "GRF304",
        Trying("catch { }") + Trying("catch { }").Replace("Orders", "Others", StringComparison.Ordinal),
        Trying("catch (Exception exception) when (exception is not OperationCanceledException) { }") + Trying("catch (Exception exception) when (exception is not OperationCanceledException) { }").Replace("Orders", "Others", StringComparison.Ordinal));

    private static string Class(string member) => $"public static partial class Orders\n{{\n{member}\n}}\n";

    private static string Asking(string member) => Class($"private static Task<int> Ask(int x) => Task.FromResult(x);\n{member}");

    private static string Trying(string handler) => Class($"[Task] public static async Task F(CancellationToken ct) {{ try {{ await Task.FromCanceled(ct); }} {handler} }}");
}
