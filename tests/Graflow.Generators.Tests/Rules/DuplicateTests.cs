using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF003.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task One_id_for_two_tasks_is_reported_at_both_with_the_other_beside_it()
    {
        var found = await Findings.ExpectAsync("GRF003", """
            namespace One { public static partial class Orders { [Task] public static int [|Sum|](int x) => x; } }
            namespace Two { public static partial class Orders { [Task] public static int [|Sum|](int x) => x; } }
            """);
        Assert.Equal("The task id \"Orders.Sum\" is taken by 'Two.Orders.Sum(int)' too; give one of them another id with [Task(\"…\")]", found[0].GetMessage(null));
        Assert.Equal(found[1].Location, Assert.Single(found[0].AdditionalLocations));
        Assert.Equal(found[0].Location, Assert.Single(found[1].AdditionalLocations));
    }

    [Fact]
    public Task An_id_that_repeats_another_tasks_default_is_reported() =>
        Findings.ExpectAsync("GRF003", "public static partial class A { [Task] public static int [|F|](int x) => x; [Task(\"A.F\")] public static int [|G|](int x) => x; }");

    [Fact]
    public Task Ids_differ_by_case_and_by_type() =>
        Findings.ExpectNoneAsync("internal static partial class A { [Task] private static int F(int x) => x; [Task(\"A.f\")] private static int G(int x) => x; } internal static partial class B { [Task] private static int F(int x) => x; }");
}
