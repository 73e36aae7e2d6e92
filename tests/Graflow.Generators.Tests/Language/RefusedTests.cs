using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Language;

/// <summary>What must not compile: one mistake, one error, with our id and page.</summary>
public sealed class RefusedTests
{
    [Theory]
    [InlineData("var f = Source >> Length;")]
    [InlineData("var f = Source >> Length >> Text >> Length;")]
    [InlineData("Flow<Unit, string> f = Source >> Length >> Text;")]
    [InlineData("var f = AnimalSource >> Groom;")]
    [InlineData("var f = Source >> (Halve | Length);")]
    [InlineData("var f = Halve >> Store;")]
    [InlineData("var f = (Wide | Halve) >> Store;")]
    [InlineData("var f = (Halve | Wide | Text) >> Store;")]
    [InlineData("var f = (Halve | Wide) >> Publish >> Notify;")]
    [InlineData("var f = (Halve | Text) >> Mix;")]
    [InlineData("var f = (Halve | Wide).WithPolicy(GroupPolicy.BestEffort) >> Store;")]
    [InlineData("var f = Numbers >> Halve.ForEach() >> Sum;")]
    [InlineData("var f = Numbers >> Halve;")]
    [InlineData("IExecutable<Unit, int> a = Source; IExecutable<string, int> b = Length; var f = a >> b;")]
    [InlineData("Flow<Unit, int> f = Source; f >>= Length;")]
    [InlineData("Flow<Unit, int> f = Source; f >>= Flow.Task(\"t\", (double x) => 1);")]
    public void An_edge_that_does_not_fit_is_GRF105(string statements) => Refuse(statements, "GRF105");

    [Fact]
    public void A_flow_that_is_continued_in_place_must_fit_and_keep_its_type()
    {
        Assert.Equal(["CS0029"], Snippet.Compile("Flow<Unit, int> f = Source; f >>= Halve;").Select(problem => problem.Id));
        Assert.Equal(["GRF105", "CS0029"], Snippet.Compile("Flow<Unit, int> f = Source; f >>= Feed;").Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("var f = Halve.OrElse(Length);")]
    [InlineData("var f = (Text >> Length).OrElse(Halve) >> Notify;")]
    [InlineData("var f = Halve.Bind(\"3\");")]
    [InlineData("var f = Feed.Bind(3) >> Notify;")]
    [InlineData("var f = Flow.Parallel(Halve, Wide);")]
    [InlineData("var f = Flow.Parallel(Halve, Length).Named(\"both\");")]
    public void A_call_with_an_operand_that_does_not_fit_is_GRF105(string statements) => Refuse(statements, "GRF105");

    [Theory]
    [InlineData("var g = Halve | Length;")]
    [InlineData("var g = Halve | Wide | Length;")]
    [InlineData("var f = (Halve | Wide | Feed) >> Flow.Task(\"t\", ((double, long, string) x) => 1);")]
    [InlineData("var f = (Halve | Wide | Feed | Text) >> Flow.Task(\"t\", ((double, long, string, string) x) => 1);")]
    [InlineData("var f = (Halve | Feed) >> Flow.Task(\"t\", ((double, string) x) => 1);")]
    public void Branches_with_different_inputs_are_GRF105(string statements) => Refuse(statements, "GRF105");

    [Theory]
    [InlineData("var f = (Halve | Wide).First();")]
    [InlineData("var f = (Breed | Whelp).First() >> Groom;")]
    [InlineData("var f = (Halve | Wide | Text).Named(\"race\").First() >> Notify;")]
    public void A_race_of_different_types_is_GRF106(string statements) => Refuse(statements, "GRF106");

    [Fact]
    public void A_seventeenth_branch_is_GRF106() =>
        Refuse($"var g = {string.Join(" | ", Enumerable.Repeat("Halve", 17))};", "GRF106");

    [Fact]
    public void A_seventeenth_branch_with_another_input_is_GRF106() =>
        Refuse($"var g = {string.Join(" | ", Enumerable.Repeat("Halve", 16))} | Feed;", "GRF106");

    [Theory]
    [InlineData("var g = (Halve | Wide).WithPolicy(GroupPolicy.BestEffort).WithPolicy(GroupPolicy.Strict);")]
    [InlineData("var g = (Halve | Wide).WithPolicy(GroupPolicy.BestEffort).Named(\"g\").WithPolicy(GroupPolicy.AtLeast(1)) >> Robust;")]
    [InlineData("var g = (Halve | Wide).WithPolicy(GroupPolicy.FailFast).WithPolicy(GroupPolicy.Strict) >> Store;")]
    [InlineData("var g = Halve.ForEach().WithPolicy(GroupPolicy.Strict).WithPolicy(GroupPolicy.BestEffort);")]
    [InlineData("var g = Flow.Parallel(Halve, Halve).WithPolicy(GroupPolicy.BestEffort).WithPolicy(GroupPolicy.BestEffort);")]
    public void A_second_policy_is_GRF108(string statements) => Refuse(statements, "GRF108");

    [Theory]
    [InlineData("var f = Halve.Select(async x => { await Task.Yield(); return x; });")]
    [InlineData("var f = Halve.Select(async x => { await Task.Yield(); });")]
    [InlineData("var f = Halve.Select(x => Task.FromResult(x)) >> Flow.Task(\"t\", (double x) => x);")]
    [InlineData("var f = Halve.Select(x => ValueTask.FromResult(x));")]
    public void An_asynchronous_projection_is_GRF111(string statements) => Refuse(statements, "GRF111");

    [Fact]
    public void The_message_names_both_types_and_what_to_do()
    {
        var error = Assert.Single(Snippet.Compile("var f = Source >> Length;"));
        var message = error.GetMessage(null);
        Assert.Contains("IExecutable<Unit, int>", message, StringComparison.Ordinal);
        Assert.Contains("IExecutable<string, int>", message, StringComparison.Ordinal);
        Assert.Contains("Put a task or .Select(…) between them", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_wrong_edges_are_two_errors_each_in_its_place()
    {
        var errors = Snippet.Compile("var f = Source >> Length;\nvar g = Halve | Length;");
        Assert.Equal(["GRF105", "GRF105"], errors.Select(error => error.Id));
        Assert.Equal(2, errors.Select(error => error.Location.GetLineSpan().StartLinePosition.Line).Distinct().Count());
    }

    private static void Refuse(string statements, string id)
    {
        var problems = Snippet.Compile(statements);
        Assert.Equal([id], problems.Select(problem => problem.Id));
        Assert.Equal(DiagnosticSeverity.Error, problems[0].Severity);
        Assert.EndsWith($"/{id}.md", problems[0].Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }
}
