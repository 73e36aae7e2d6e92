using System.Globalization;

namespace Graflow.Generators.Tests.Agreement;

/// <summary>
/// Writes random definitions of flows from <c>int</c> to <c>int</c>: right ones, and all that the language lets one write wrong. Most operators stand in methods that
/// the definitions call: the compiler needs a millisecond or two for each one that it meets.
/// </summary>
internal sealed class RandomFlow(int seed)
{
    public const string Tasks = """
        public static partial class R
        {
            [Task] public static int P(int x) => x;
            [Task] public static int Q(int x) => x;
            [Task(Priority = 1)] public static int M(int x) => x;
            [Task] public static int J(int x, int y) => x;
            [Task] public static int K(int x, int y, int z) => x;
            [Task] public static IReadOnlyList<int> L(int x) => [x];
            [Task] public static int Total(IReadOnlyList<int> x) => x.Count;
            [Task] public static string T(int x) => "";
            [Task] public static int S() => 1;
            [Task] public static void N() { }
        }

        public static class Parts
        {
            public static Flow<int, int> Then(IExecutable<int, int> left, IExecutable<int, int> right) => left >> right;
            public static ParallelGroup<int, (int, int)> Both(IExecutable<int, int> left, IExecutable<int, int> right) => left | right;
            public static ParallelGroup<int, (int, int, int)> All(IExecutable<int, int> left, IExecutable<int, int> middle, IExecutable<int, int> right) => left | middle | right;
            public static Flow<int, int> Joined(IExecutable<int, (int, int)> both, R.Tasks.JTask join) => both >> join;
            public static Flow<int, int> Joined(IExecutable<int, (int, int, int)> all, R.Tasks.KTask join) => all >> join;
            public static Flow<int, int> Judged(IParallelGroup<int, (int, int)> both, TolerantPolicy policy) => both.WithPolicy(policy).Select(outcomes => 1);
            public static Flow<int, int> Judged(ParallelGroup<int, (int, int)> both, StrictPolicy policy) => both.WithPolicy(policy).Select(values => 1);
            public static Flow<int, int> Judged(ClosedGroup<int, (int, int)> both, StrictPolicy policy) => both.WithPolicy(policy).Select(values => 1);
            public static Flow<int, int> Raced(IParallelGroup<int, (int, int)> both) => both.First();
            public static Flow<int, int> Tried(IExecutable<int, int> flow) => flow.Try().Select(outcome => 1);
            public static Flow<int, int> Ordered(IExecutable<int, int> first, IExecutable<Unit, int> then) => first >> then;
            public static Flow<int, int> Noticed(IExecutable<int, int> first) => first >> R.Tasks.N >> R.Tasks.S;
            public static Flow<int, int> Mapped(IExecutable<IReadOnlyList<int>, IReadOnlyList<int>> map) => R.Tasks.L >> map >> R.Tasks.Total;
        }
        """;

    private readonly Random _random = new(seed);
    private readonly List<string> _names = [];

    /// <summary>A class whose <c>Run</c> runs the flow.</summary>
    public string Write(string name)
    {
        _names.Clear();
        var members = _random.Next(9) switch
        {
            0 => Locals(),
            1 => Compound(),
            2 => Members(isLate: _random.Next(2) == 0),
            3 => Method(),
            8 => Shared(),
            4 => $"private static readonly Flow<int, int> Whole = {Deep()};",
            5 => $"private static Flow<int, int> Whole {{ get; }} = {Deep()};",
            _ => $"private static Flow<int, int> Whole => {Deep()};",
        };
        return $$"""
            public static class {{name}}
            {
                {{members}}
                public static Task<int> Run(WorkflowEngine engine) => engine.RunAsync(Whole, 1);
            }

            """;
    }

    private string Locals()
    {
        var statements = new List<string>();
        for (var i = 0; i <= _random.Next(3); i++)
        {
            statements.Add($"{Pick($"var f{i} = {Flow(2)}", $"Flow<int, int> f{i} = {Then(Flow(1), Flow(1))}", $"IExecutable<int, int> f{i} = {Flow(2)}")};");
            _names.Add(string.Create(CultureInfo.InvariantCulture, $"f{i}"));
        }

        return $"private static Flow<int, int> Whole {{ get {{ {string.Join(" ", statements)} return {Flow(2)} >> P.As(\"end\"); }} }}";
    }

    private string Compound()
    {
        var steps = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _random.Next(8) == 0 ? $"f >>= {Flow(1)};" : $"f = {Then("f", Flow(1))};");
        return $"private static Flow<int, int> Whole {{ get {{ Flow<int, int> f = {Flow(1)}; {string.Join(" ", steps)} return f; }} }}";
    }

    private string Members(bool isLate)
    {
        var part = $"private static Flow<int, int> Part {Pick("=>", "{ get; } =")} {Flow(2)};";
        _names.Add("Part");
        _names.Add("Part");
        var whole = $"private static Flow<int, int> Whole {Pick("=>", "{ get; } =")} {Then("Part", Flow(2))};";
        return isLate ? $"{whole} {part}" : $"{part} {whole}";
    }

    /// <summary>Two branches that end in the same task.</summary>
    private string Shared()
    {
        var task = Leaf();
        return $"private static Flow<int, int> Whole => Joined(Both({Then(Flow(1), task)}, {Pick(Then(Flow(1), task), task)}), J);";
    }

    private string Method()
    {
        _names.Add("inner");
        var body = Flow(2);
        _names.Clear();
        return $"private static Flow<int, int> Make(IExecutable<int, int> inner, string name) => ({body}).As(name); private static Flow<int, int> Whole => {Then($"Make({Flow(1)}, \"one\")", $"Make({Flow(1)}, {Pick("\"two\"", "\"one\"")})")};";
    }

    /// <summary>What may stand where a flow is wanted without an operator around it.</summary>
    private string Deep() => Then(Flow(_random.Next(1, 3)), Flow(_random.Next(3)));

    private string Then(string left, string right) => _random.Next(12) == 0 ? $"({left} >> {right})" : $"Then({left}, {right})";

    private string Both(int depth) => _random.Next(12) == 0 ? $"({Flow(depth - 1)} | {Flow(depth - 1)})" : $"Both({Flow(depth - 1)}, {Flow(depth - 1)})";

    private string Flow(int depth) => depth == 0 || _random.Next(6) == 0 ? Leaf() : _random.Next(24) switch
    {
        < 6 => Then(Flow(depth - 1), Flow(depth - 1)),
        < 9 => $"Joined({Both(depth)}, {Join("J")})",
        9 => $"Joined(All({Flow(depth - 1)}, {Flow(depth - 1)}, {Flow(depth - 1)}){Pick("", ".Named(\"three\")", ".WithExecution(Execution.Direct)")}, {Join("K")})",
        10 => Pick($"Raced({Both(depth)})", $"Raced({Both(depth)})", $"{Both(depth)}.First()"),
        11 => $"{Flow(depth - 1)}.As(\"{Pick("eu", "us")}\")",
        12 => $"{Flow(depth - 1)}.WithExecution({Pick("Execution.Direct", "Execution.Threads(2)")})",
        13 => $"Tried({Flow(depth - 1)})",
        14 => $"{Flow(depth - 1)}.OrElse({Flow(depth - 1)})",
        15 => Pick($"{Flow(depth - 1)}.Within(TimeSpan.FromMinutes(1))", $"{Flow(depth - 1)}.Select(x => x + 1)"),
        16 => Pick($"Noticed({Flow(depth - 1)})", $"Ordered({Flow(depth - 1)}, S)", $"Ordered({Flow(depth - 1)}, {Flow(depth - 1)}.Bind(3))"),
        17 => $"Mapped({Flow(depth - 1)}.ForEach(){Pick("", "", $".WithPolicy({Policy()}).Select(all => (IReadOnlyList<int>)[all.Count])")})",
        18 => $"{Both(depth)}{Pick("", "", ".Named(\"pair\")")}.WithPolicy({Policy()}).Select(both => 1)",
        < 21 => $"Judged({Both(depth)}{Pick("", "", ".Named(\"pair\")")}, {Policy()})",
        21 => $"Flow.Parallel<int, int>({Flow(depth - 1)}, {Flow(depth - 1)}, {Flow(depth - 1)}){Pick(".First()", $".WithPolicy({Policy()}).Select(all => all.Count)")}",
        22 => Pick($"Flow.Task(\"t{_random.Next(9)}\", (int x) => x)", $"Then(Flow.Task(\"t\", (int x) => x), Flow.Task(\"{Pick("t", "u", "v")}\", (int x) => x))"),
        _ => _random.Next(4) switch
        {
            0 => $"({Flow(depth - 1)} >> T >> {Flow(depth - 1)})",
            1 => $"{Both(depth)}.WithPolicy(GroupPolicy.FailFast).WithPolicy(GroupPolicy.Strict).Select(both => 1)",
            2 => $"({Flow(depth - 1)} | ({Flow(depth - 1)} >> T)).First().Select(first => 1)",
            _ => Flow(depth - 1),
        },
    };

    private string Leaf() => _names.Count > 0 && _random.Next(3) == 0
        ? _names[_random.Next(_names.Count)]
        : _random.Next(12) switch
        {
            0 => $"{Task()}.With(o => o.Priority = {Pick("0", "1", "2")})",
            1 => $"{Task()}.With(o => o.Timeout = TimeSpan.FromMinutes({Pick("1", "2")}))",
            < 8 => $"{Task()}.As(\"{Pick("a", "b", "c", "d", "e", "f", "g", "h")}\")",
            _ => Task(),
        };

    private string Task() => Pick("P", "Q", "M");

    private string Join(string task) => _random.Next(3) == 0 ? $"{task}.As(\"{Pick("a", "b")}\")" : task;

    private string Policy() => Pick(
        "GroupPolicy.BestEffort", "GroupPolicy.Strict", "GroupPolicy.AtLeast(1)", "GroupPolicy.AtLeast(2)", "GroupPolicy.AtLeast(3)", "GroupPolicy.AtLeast(0)",
        "GroupPolicy.AtMostFailed(50)", "GroupPolicy.AtMostFailed(100.5)", $"GroupPolicy.Critical({Leaf(_random)})");

    private static string Leaf(Random random) => random.Next(3) switch { 0 => "P", 1 => "Q", _ => "M.As(\"a\")" };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
