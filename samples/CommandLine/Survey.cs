using Graflow;

namespace CommandLine;

/// <summary>Two hundred tasks in nested groups, for the picture.</summary>
public static partial class Survey
{
    [Workflow]
    public static Flow<int, int> All { get; } = Regions(["north", "east", "south", "west"]) >> Tasks.Add;

    /// <summary>A name may be anything; in a page it stays a name.</summary>
    [Workflow("</script><script>document.title='bad'</script>{{data}}")]
    public static Flow<int, int> Hostile { get; } =
        Tasks.Count.With(o => o.Queue = "</script><img src=x onerror=document.title='bad'>\"'&lt;{{data}}") >> Tasks.Add.Bind([1]);

    [Task] public static int Count(int start) => start + 1;

    [Task] public static int Add(IReadOnlyList<int> counts) => counts.Sum();

    private static ClosedGroup<int, IReadOnlyList<int>> Regions(IReadOnlyList<string> names) =>
        Flow.Parallel(names.Select(region =>
            Flow.Parallel(Enumerable.Range(1, 7).Select(town => Town($"{region} {town}"))).Named(region) >> Tasks.Add.As(region))).Named("regions");

    private static Flow<int, int> Town(string name) =>
        Tasks.Count.As(name) >> Flow.Parallel(Enumerable.Range(1, 5).Select(street => Tasks.Count.As($"{name} street {street}"))).Named($"streets of {name}") >> Tasks.Add.As(name);
}
