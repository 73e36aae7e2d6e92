using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>What a build prints, by the SDK's own compiler and the analyzers that ship.</summary>
public sealed class BuildTests
{
    [Fact]
    public async Task A_wrong_edge_is_the_compilers_error_and_the_sentence_at_its_operator()
    {
        var printed = await CommandLine.CompileAsync("""
            public static partial class Orders
            {
                [Task] public static int[] Fetch(string source) => [source.Length];
                [Task] public static string Say(int total) => $"{total}";
                public static Flow<string, string> Daily { get; } =
                    Tasks.Fetch
                    >> Tasks.Say;
            }
            """);
        Assert.Equal(2, printed.Count);
        Assert.StartsWith("Source.cs(6,9): error GRF105: 'FlowOperators.", printed[0], StringComparison.Ordinal);
        Assert.Equal("Source.cs(7,9): error GRF105: Tasks.Fetch yields int[], but Tasks.Say takes int; run it for each element: Tasks.Say.ForEach() (https://github.com/graflow/graflow-dotnet/blob/main/analyzers/docs/GRF105.md)", printed[1]);
    }

    [Fact]
    public async Task A_right_flow_prints_nothing() => Assert.Empty(await CommandLine.CompileAsync("""
        public static partial class Orders
        {
            [Task] public static int[] Fetch(string source) => [source.Length];
            [Task] public static int Sum(int[] prices) => prices.Length;
            public static Flow<string, int> Daily { get; } = Tasks.Fetch >> Tasks.Sum;
        }
        """));
}
