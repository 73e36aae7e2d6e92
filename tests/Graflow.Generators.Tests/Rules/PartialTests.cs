using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF001.</summary>
public sealed class PartialTests
{
    [Fact]
    public async Task A_type_with_tasks_that_is_not_partial_is_reported()
    {
        const string source = "public static class [|Orders|] { [Task] public static int Sum(int x) => x; [Task] public static int Half(int x) => x; }";
        var found = await Findings.ExpectAsync("GRF001", source);
        Assert.Equal("'Orders' holds tasks or workflows, so nodes are added to it: make 'Orders' partial", found[0].GetMessage(null));
        Assert.Empty(Findings.NodesOf(source));
    }

    [Fact]
    public async Task All_types_around_it_must_be_partial_too()
    {
        var found = await Findings.ExpectAsync("GRF001", "class Out { partial class Mid { internal class [|In|] { [Task] public static int Sum(int x) => x; } } }".Replace("partial class Mid", "internal partial class Mid", StringComparison.Ordinal));
        Assert.EndsWith("make 'Out' and 'In' partial", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_type_with_workflows_only_must_be_partial() =>
        Findings.ExpectAsync("GRF001", "public static class [|Flows|] { [Workflow] public static Flow<int, int> Daily => null!; }");

    [Fact]
    public Task A_type_without_tasks_need_not_be_partial() =>
        Findings.ExpectNoneAsync("public static class Orders { public static int Sum(int x) => x; } internal class Box { internal static partial class In { } }");

    [Fact]
    public Task A_foreign_attribute_of_the_same_name_is_none_of_ours() =>
        Findings.ExpectNoneAsync("namespace Mine { [AttributeUsage(AttributeTargets.Method)] internal sealed class TaskAttribute : Attribute; internal static class Orders { [Task] public static int Sum(int x) => x; } }");
}
