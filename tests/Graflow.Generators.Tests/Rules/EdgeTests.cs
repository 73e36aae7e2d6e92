using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF105, the analyzer's sentence. That the compiler refuses the same edges is asserted beside the operators.</summary>
public sealed class EdgeTests
{
    private const string Nodes = """
        public sealed record Order(int Price);
        public class Animal;
        public sealed class Cat : Animal;
        public static partial class Orders
        {
            [Task] public static Order[] Fetch(string source) => [new(source.Length)];
            [Task] public static int Count(Order[] orders) => orders.Length;
            [Task] public static int Price(Order order) => order.Price;
            [Task] public static double Mean(Order[] orders) => orders.Length;
            [Task] public static string Name(Order[] orders) => "";
            [Task] public static Cat Breed(string name) => new();
            [Task] public static string Pet(Animal animal, Cat cat) => "";
            [Task] public static string Say(int total) => $"{total}";
            [Task] public static long Wide(long total) => total;
            [Task] public static int Sum(int[] prices) => prices.Length;
            [Task] public static string Print(int count, int sum) => "";
            [Task] public static string Report(int count, string name, int sum, CancellationToken ct) => "";
            [Task] public static string Length(string text) => text;
        """;

    [Theory]
    [InlineData("Tasks.Fetch [|>>|] Tasks.Say", "Tasks.Fetch yields Order[], but Tasks.Say takes int; put between them a task that takes Order[] and yields int, or .Select(…)")]
    [InlineData("Tasks.Fetch >> Tasks.Count [|>>|] Tasks.Length >> Tasks.Length", "Tasks.Count yields int, but Tasks.Length takes string; put between them a task that takes int and yields string, or .Select(…)")]
    [InlineData("Tasks.Fetch [|>>|] (Tasks.Say >> Tasks.Length)", "Tasks.Fetch yields Order[], but Tasks.Say takes int; put between them a task that takes Order[] and yields int, or .Select(…)")]
    [InlineData("Tasks.Fetch [|>>|] Tasks.Price", "Tasks.Fetch yields Order[], but Tasks.Price takes Order; run it for each element: Tasks.Price.ForEach()")]
    [InlineData("Tasks.Price.ForEach() [|>>|] Tasks.Sum", "Tasks.Price.ForEach() yields IReadOnlyList<int>, but Tasks.Sum takes int[]; let it take IReadOnlyList<int>, or copy: .Select(items => items.ToArray())")]
    [InlineData("Tasks.Count [|>>|] Tasks.Wide.As(\"w\")", "Tasks.Count yields int, but Tasks.Wide.As(\"w\") takes long; edges pass values as they are, so say that it is converted: .Select(value => (long)value)")]
    [InlineData("Tasks.Count.Try() [|>>|] Tasks.Say", "Tasks.Count.Try() yields Outcome<int>, but Tasks.Say takes int; after Try() or a tolerant policy the value may be missing: let it take Outcome<int>")]
    [InlineData("(Tasks.Name | Tasks.Count) [|>>|] Tasks.Print", "(Tasks.Name | Tasks.Count) yields (string, int), but Tasks.Print takes (int count, int sum); branch 1, Tasks.Name, yields string where 'count' is int")]
    [InlineData("(Tasks.Name | Tasks.Count).Named(\"g\") [|>>|] Tasks.Print", "(Tasks.Name | Tasks.Count).Named(\"g\") yields (string, int), but Tasks.Print takes (int count, int sum); branch 1 yields string where 'count' is int")]
    [InlineData("(Tasks.Count | Tasks.Count) .WithPolicy(GroupPolicy.BestEffort) [|>>|] Tasks.Print", "(Tasks.Count | Tasks.Count) .WithPolicy(GroupPolicy.BestEff… yields (Outcome<int>, Outcome<int>), but Tasks.Print takes (int count, int sum); branch 1 yields Outcome<int> where 'count' is int; after a tolerant policy a value may be missing: take Outcome<…>")]
    [InlineData("(Tasks.Count | Tasks.Count.As(\"b\") | Tasks.Name) [|>>|] Tasks.Report", "(Tasks.Count | Tasks.Count.As(\"b\") | Tasks.Name) yields (int, int, string), but Tasks.Report takes (int count, string name, int sum); its branches are the same types in another order; give them in the order of the parameters: (Tasks.Count | Tasks.Name | Tasks.Count.As(\"b\"))")]
    [InlineData("(Tasks.Count | Tasks.Count | Tasks.Count) [|>>|] Tasks.Print", "(Tasks.Count | Tasks.Count | Tasks.Count) yields (int, int, int), but Tasks.Print takes (int count, int sum); those are 3 branches for 2 parameters; give one for each parameter")]
    [InlineData("Tasks.Count [|>>|] Tasks.Print", "Tasks.Count yields int, but Tasks.Print takes (int count, int sum); that is one value for 2 parameters; give it a branch for each, (… | …) >> Tasks.Print")]
    [InlineData("(Tasks.Count | Tasks.Name) [|>>|] Tasks.Say", "(Tasks.Count | Tasks.Name) yields (int, string), but Tasks.Say takes int; those are 2 branches for one parameter; let it take each in a parameter of its own, or put a task or .Select(…) between them")]
    [InlineData("Tasks.Count [|||] Tasks.Length", "Tasks.Count takes Order[], but Tasks.Length takes string; branches take the same input, or none: put a task before the one that differs, or fix its input by .Bind(…)")]
    [InlineData("Tasks.Count | Tasks.Name [|||] Tasks.Print", "Tasks.Count | Tasks.Name takes Order[], but Tasks.Print takes (int count, int sum); branches take the same input, or none: put a task before the one that differs, or fix its input by .Bind(…)")]
    public async Task A_refused_edge_is_said_again_with_names_and_both_types(string flow, string sentence)
    {
        var found = await Findings.ExpectAsync("GRF105", Flow(flow));
        Assert.Equal(sentence, Assert.Single(found).GetMessage(null));
    }

    [Fact]
    public async Task An_edge_to_what_a_flow_is_continued_with_is_said_again_too()
    {
        var found = await Findings.ExpectAsync("GRF105", Nodes + "public static Flow<Order[], int> Make() { Flow<Order[], int> f = Tasks.Count; f [|>>=|] Tasks.Length >> Tasks.Length.As(\"b\"); return f; } }");
        Assert.Equal("f yields int, but Tasks.Length takes string; put between them a task that takes int and yields string, or .Select(…)", Assert.Single(found).GetMessage(null));
    }

    [Theory]
    [InlineData("Tasks.Fetch >> Tasks.Count >> Tasks.Say")]
    [InlineData("Tasks.Fetch >> (Tasks.Count | Tasks.Count.As(\"b\")) >> Tasks.Print")]
    [InlineData("(Tasks.Breed | Tasks.Breed) >> Tasks.Pet")]
    [InlineData("Tasks.Fetch >> Tasks.Price.ForEach()")]
    public Task An_edge_that_fits_is_not_talked_about(string flow) => Findings.ExpectNoneAsync(Flow(flow));

    [Fact]
    public Task Shifts_and_flags_are_none_of_ours() =>
        Findings.ExpectNoneAsync("internal static class Bits { internal static int Of(int x) => (x >> 2) | (int)(AttributeTargets.Class | AttributeTargets.Enum); }");

    [Fact]
    public async Task The_methods_of_both_tasks_are_shown_with_it()
    {
        var found = await Findings.ExpectAsync("GRF105", Flow("Tasks.Fetch [|>>|] Tasks.Say"));
        Assert.Equal(["Fetch", "Say"], found[0].AdditionalLocations.Select(location => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length)));
    }

    [Fact]
    public async Task Types_of_one_name_are_told_apart_by_their_namespaces()
    {
        var found = await Findings.ExpectAsync("GRF105", """
            namespace A { public sealed record Order; }
            namespace B { public sealed record Order; }
            public static partial class Orders
            {
                [Task] public static A.Order Fetch(string source) => new();
                [Task] public static int Price(B.Order order) => 1;
                public static Flow<string, int> Daily { get; } = Tasks.Fetch [|>>|] Tasks.Price;
            }
            """);
        Assert.StartsWith("Tasks.Fetch yields A.Order, but Tasks.Price takes B.Order;", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    private static string Flow(string flow) => $"{Nodes}\n    public static IExecutable Daily() => {flow};\n}}";
}
