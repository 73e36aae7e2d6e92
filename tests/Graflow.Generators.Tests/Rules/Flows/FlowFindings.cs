using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>Checks what is said about flows of a few tasks.</summary>
internal static class FlowFindings
{
    public const string Tasks = """

        public static partial class A
        {
            [Task] public static int P(int x) => x;
            [Task] public static int Q(int x) => x;
            [Task] public static int M(int x) => x;
            [Task(Priority = 2, Timeout = "00:00:05"), Retry(3)] public static int Tuned(int x) => x;
            [Task] public static int J(int x, int y) => x;
            [Task] public static int Total(IReadOnlyList<int> x) => x.Count;
            [Task] public static void N() { }
            [Task] public static int S() => 1;
        }
        """;

    private static string Whole(string members) => $"using static A.Tasks;\npublic static partial class B\n{{\n{members}\n}}\n{Tasks}";

    /// <summary>The rule at the marked places of the members of a class, with a message for each.</summary>
    public static async Task ExpectAsync(string id, string members, params string[] messages)
    {
        var found = await Findings.ExpectAsync(id, Whole(members));
        Assert.Equal(messages, found.Select(problem => problem.GetMessage(null)));
    }

    /// <summary>The texts of the other places of the only problem.</summary>
    public static async Task<IReadOnlyList<string>> OthersOfAsync(string id, string members)
    {
        var problem = Assert.Single(await Findings.ExpectAsync(id, Whole(members)));
        return [.. problem.AdditionalLocations.Select(TextAt)];
    }

    /// <summary>The rule as a warning at the marked places.</summary>
    public static Task<IReadOnlyList<Diagnostic>> WarnAsync(string id, string members) => Findings.ExpectAsync(id, Whole(members), DiagnosticSeverity.Warning);

    public static Task ExpectNoneAsync(string members) => Findings.ExpectNoneAsync(Whole(members));

    public static string TextAt(Location place) => place.SourceTree!.GetText().ToString(place.SourceSpan);
}
