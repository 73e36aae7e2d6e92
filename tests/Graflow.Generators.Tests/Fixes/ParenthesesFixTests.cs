using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class ParenthesesFixTests
{
    private const string Tasks = "\npublic static partial class A { [Task] public static int P(int x) => x; [Task] public static int Q(int x) => x; }";

    [Fact]
    public Task Every_chain_of_the_group_gets_parentheses() => Fixing<ParenthesesFix>.ExpectAsync(
        "GRF109",
        "public static class B { public static object F => A.Tasks.P >> A.Tasks.Q | A.Tasks.P | /* then */ A.Tasks.Q.As(\"b\") >> A.Tasks.P.As(\"c\"); }" + Tasks,
        "public static class B { public static object F => (A.Tasks.P >> A.Tasks.Q) | A.Tasks.P | /* then */ (A.Tasks.Q.As(\"b\") >> A.Tasks.P.As(\"c\")); }" + Tasks);

    [Fact]
    public Task All_groups_of_a_project_are_fixed_at_once() => Fixing<ParenthesesFix>.ExpectAllAsync(
        "GRF109",
        "public static class B\n{\n    public static object F => A.Tasks.P >> A.Tasks.Q | A.Tasks.P;\n\n    public static object G =>\n        A.Tasks.P\n        | A.Tasks.P >> A.Tasks.Q;\n}" + Tasks,
        "public static class B\n{\n    public static object F => (A.Tasks.P >> A.Tasks.Q) | A.Tasks.P;\n\n    public static object G =>\n        A.Tasks.P\n        | (A.Tasks.P >> A.Tasks.Q);\n}" + Tasks);
}
