using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class InstanceFixTests
{
    private const string Tasks = "\npublic static partial class A { [Task] public static int P(int x) => x; [Task] public static int Q(int x) => x; [Task] public static int M(int x) => x; }";

    [Theory]
    [InlineData("(P >> M) | (Q >> [|M|])", "(P >> M) | (Q >> M.As(\"again\"))")]
    [InlineData("(P >> A.Tasks.M) | (Q >> /* here */ [|A.Tasks.M|] /* too */)", "(P >> A.Tasks.M) | (Q >> /* here */ A.Tasks.M.As(\"again\") /* too */)")]
    [InlineData("(P >> M) | (Q.As(\"again\") >> [|M|])", "(P >> M) | (Q.As(\"again\") >> M.As(\"again2\"))")]
    public Task The_second_mention_with_another_input_becomes_another_instance(string before, string after) =>
        Fixing<InstanceFix>.ExpectAsync("GRF102", Whole(before), Whole(after));

    [Theory]
    [InlineData("P | [|P.With(o => o.Priority = 1)|]", "P | P.With(o => o.Priority = 1).As(\"again\")")]
    [InlineData("P | [|P|].WithExecution(Execution.Direct)", "P | P.As(\"again\").WithExecution(Execution.Direct)")]
    public Task The_second_mention_with_another_setting_becomes_another_instance(string before, string after) =>
        Fixing<InstanceFix>.ExpectAsync("GRF110", Whole(before), Whole(after));

    [Fact]
    public void Two_names_cannot_be_chosen_at_once() => Assert.Null(new InstanceFix().GetFixAllProvider());

    private static string Whole(string flow) => $"using static A.Tasks;\n\npublic static class B {{ public static object F => {flow}; }}{Tasks}";
}
