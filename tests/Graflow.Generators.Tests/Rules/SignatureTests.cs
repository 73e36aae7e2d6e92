using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF002.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("[Task] public static int F(ref int [|x|]) => x;", "passed by 'ref'")]
    [InlineData("[Task] public static int F(out int [|x|]) { x = 1; return x; }", "passed by 'out'")]
    [InlineData("[Task] public static int F(in int [|x|]) => x;", "passed by 'in'")]
    [InlineData("[Task] public static int F(ref readonly int [|x|]) => x;", "passed by 'ref readonly'")]
    [InlineData("[Task] public static unsafe int F(int* [|x|]) => *x;", "a pointer")]
    [InlineData("[Task] public static unsafe int F(int*[] [|x|]) => 0;", "a pointer")]
    [InlineData("[Task] public static unsafe int F(delegate*<int> [|x|]) => 0;", "a pointer")]
    [InlineData("[Task] public static int F(ReadOnlySpan<int> [|x|]) => x.Length;", "a ref struct")]
    [InlineData("[Task] public static int F(params ReadOnlySpan<int> [|x|]) => x.Length;", "a ref struct")]
    [InlineData("[Task] public static Span<int> [|F|](int[] x) => x;", "a ref struct")]
    [InlineData("[Task] public static ref int [|F|](int[] x) => ref x[0];", "by reference")]
    [InlineData("[Task] public static T [|F|]<T>(T x) => x;", "generic")]
    [InlineData("[Task] public static async void [|F|](int x) => await Task.Yield();", "async void")]
    [InlineData("[Task] public static int [|F|](int x, __arglist) => x;", "__arglist")]
    [InlineData("[Task] public static int F(Secret [|x|]) => 0;", "'Secret' is not visible", "private")]
    [InlineData("[Task] public static int F(List<Secret[]> [|x|]) => 0;", "'Secret' is not visible", "private")]
    [InlineData("[Task] public static Secret? [|F|](int x) => null;", "'Secret' is not visible", "private")]
    [InlineData("[Task] public static int F(int x, TaskContext<string> [|context|]) => 0;", "TaskContext<int>")]
    [InlineData("[Task] public static int F(int x, string y, TaskContext<(string, int)> [|context|]) => 0;", "TaskContext<(int, string)>")]
    [InlineData("[Task] public static int F(TaskContext<int> [|context|]) => 0;", "TaskContext<Unit>")]
    [InlineData("[Task] public static int [|F|](int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q) => a;", "17 input parameters")]
    [InlineData("[Task] public static Orders operator [|+|](Orders a, Orders b) => a;", "only ordinary methods")]
    [InlineData("public static int P { [Task] [|get|] => 0; }", "only ordinary methods")]
    [InlineData("public static int M() { [Task] static int [|Local|](int x) => x; return Local(1); }", "local function")]
    public async Task Signatures_that_cannot_work_are_reported_where_they_are_wrong(string method, string reason, string access = "public")
    {
        var source = $"public partial class Orders {{ {access.Replace("public", "internal", StringComparison.Ordinal)} sealed class Secret; [Task] public static int Fine(int x) => x; {Narrow(method, access)} }}";
        var found = await Findings.ExpectAsync("GRF002", source);
        Assert.Contains(reason, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(["Orders.Fine.g.cs"], Findings.NodesOf(source));
    }

    [Theory]
    [InlineData("public partial struct Orders { [Task] public int [|F|](int x) => x; }", "instance method of a struct")]
    [InlineData("public partial record struct Orders { [Task] public int [|F|](int x) => x; }", "instance method of a struct")]
    [InlineData("public partial interface IOrders { [Task] int [|F|](int x) => x; }", "instance method of an interface")]
    [InlineData("public partial interface IOrders { [Task] static abstract int [|F|](int x); }", "abstract")]
    [InlineData("public abstract partial class Orders { [Task] public abstract int [|F|](int x); }", "abstract")]
    [InlineData("public partial class [|Orders|]<T> { [Task] public static int F(int x) => x; }", "generic")]
    [InlineData("public partial class Outer<T> { public partial class [|Orders|] { [Task] public static int F(int x) => x; } }", "'Outer' is generic")]
    [InlineData("public ref partial struct [|Orders|] { [Task] public static int F(int x) => x; }", "ref struct")]
    [InlineData("file partial class [|Orders|] { [Task] public static int F(int x) => x; }", "in its file only")]
    [InlineData("public partial class Outer { private partial class [|Orders|] { [Task] public static int F(int x) => x; } }", "'Orders' is private")]
    [InlineData("public partial class Outer { protected partial class Mid { public partial class [|Orders|] { [Task] public static int F(int x) => x; } } }", "'Mid' is protected")]
    public async Task Types_that_cannot_hold_a_task_are_reported(string source, string reason)
    {
        var found = await Findings.ExpectAsync("GRF002", source);
        Assert.Contains(reason, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(Findings.NodesOf(source));
    }

    [Fact]
    public Task Private_methods_and_types_that_the_assembly_sees_are_fine() =>
        Findings.ExpectNoneAsync("internal partial class Orders { internal sealed class Open; [Task] private static Open F(Open x, TaskContext<Open> context) => x; }");

    [Fact]
    public Task Contexts_ignore_tuple_names_and_nullability() =>
        Findings.ExpectNoneAsync("internal partial class Orders { [Task] private static int F(int a, string? b, TaskContext<(int Left, string Right)> context) => a; }");

    [Fact]
    public Task Sixteen_inputs_are_fine_whatever_is_injected_besides() =>
        Findings.ExpectNoneAsync("internal partial class Orders { [Task] private static int F(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, CancellationToken ct) => a; }");

    [Fact]
    public Task Async_task_is_fine_and_so_is_void() =>
        Findings.ExpectNoneAsync("internal partial class Orders { [Task] private static async Task F(int a) => await Task.Yield(); [Task] private static void G(int a) { } }");

    private static string Narrow(string method, string access) => method.Replace("[Task] public static", $"[Task] {access} static", StringComparison.Ordinal);
}
