using System.Globalization;
using Graflow.CompilerServices;

namespace Graflow.Tests.Engine;

/// <summary>
/// Builds a random flow and, beside it, what it must yield: a closure that evaluates the same expression recursively, one step after the other.
/// Values are strings that say how they came about, so that no two different ways give the same one.
/// </summary>
internal sealed class RandomFlow
{
    private readonly Random _random;
    private readonly Journal _executed;
    private readonly string? _workflow;
    private int _ids;

    /// <param name="seed">Which flow.</param>
    /// <param name="executed">What its bodies do.</param>
    /// <param name="workflow">What to call the workflows that tasks continue with, so that they can be written down; null for none.</param>
    internal RandomFlow(int seed, Journal executed, string? workflow = null)
    {
        _workflow = workflow;
        _random = new Random(seed);
        _executed = executed;
        List<Part> named = [Task("root", fails: false)];
        for (var i = 3 + _random.Next(6); i > 0; i--)
        {
            named.Add(Compose(named));
        }

        Whole = Gather(named);
    }

    /// <summary>A flow and its meaning; null as a value means that there is none.</summary>
    internal delegate string? Meaning(string input, Memory memory);

    internal Part Whole { get; }

    /// <summary>What the reference interpreter remembers of one run: shared tasks run once.</summary>
    internal sealed class Memory
    {
        public Dictionary<string, string?> Values { get; } = [];

        public SortedSet<string> Executed { get; } = new(StringComparer.Ordinal);
    }

    internal sealed record Part(IExecutable<string, string> Flow, Meaning Meaning);

    // All named parts begin at the flow's input, so that a part that two others begin with is one vertex, which runs once.
    private Part Compose(List<Part> named) => _random.Next(4) switch
    {
        0 => Strict(Pick(named), Pick(named)),
        1 => Tolerant(Pick(named), Pick(named), Pick(named)),
        _ => Sequence(Pick(named), Build(depth: 3)),
    };

    private Part Pick(List<Part> named) => named[_random.Next(named.Count)];

    private static Part Gather(List<Part> named) => new(
        Flow.Parallel(named.Select(static part => part.Flow)).WithPolicy(GroupPolicy.BestEffort).Select(static list => string.Join(';', list.Select(Show))),
        (input, memory) => string.Join(';', named.Select(part => part.Meaning(input, memory) ?? "-")));

    private Part Build(int depth) => (depth == 0 ? 0 : _random.Next(12)) switch
    {
        0 or 1 => Task(NextId(), fails: _random.Next(6) == 0),
        2 or 3 => Sequence(Build(depth - 1), Build(depth - 1)),
        4 => Strict(Build(depth - 1), Build(depth - 1)),
        5 => Tolerant(Build(depth - 1), Build(depth - 1), Build(depth - 1)),
        6 => Map(Build(depth - 1)),
        7 => Tried(Build(depth - 1)),
        8 => OrElse(Build(depth - 1), Build(depth - 1)),
        9 => Continue(Build(depth - 1)),
        10 => Loop(),
        _ => Bounded(Build(depth - 1)),
    };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"t{_ids++}");

    private Part Task(string id, bool fails)
    {
        var isAsync = _random.Next(3) == 0;
        string Run(string input)
        {
            _executed.Add($"{id}({input})");
            return fails ? throw new InvalidDataException(id) : $"{id}({input})";
        }

        var node = isAsync
            ? Flow.Task(id, async (string input) => { await System.Threading.Tasks.Task.Yield(); return Run(input); })
            : Flow.Task(id, (string input) => Run(input));
        return new Part(node, (input, memory) =>
        {
            var key = $"{id}({input})";
            if (!memory.Values.TryGetValue(key, out var value))
            {
                memory.Executed.Add(key);
                value = fails ? null : key;
                memory.Values.Add(key, value);
            }

            return value;
        });
    }

    private static Part Sequence(Part left, Part right) => new(
        left.Flow >> right.Flow,
        (input, memory) => left.Meaning(input, memory) is { } value ? right.Meaning(value, memory) : null);

    private static Part Strict(Part left, Part right) => new(
        (left.Flow | right.Flow).Select(static pair => $"[{pair.Item1},{pair.Item2}]"),
        (input, memory) =>
        {
            var (a, b) = (left.Meaning(input, memory), right.Meaning(input, memory));
            return a is null || b is null ? null : $"[{a},{b}]";
        });

    private Part Tolerant(Part a, Part b, Part c)
    {
        var needed = 1 + _random.Next(3);
        return new(
            Flow.Parallel(a.Flow, b.Flow, c.Flow).WithPolicy(GroupPolicy.AtLeast(needed)).Select(static list => $"<{string.Join(',', list.Select(Show))}>"),
            (input, memory) =>
            {
                string?[] values = [a.Meaning(input, memory), b.Meaning(input, memory), c.Meaning(input, memory)];
                return values.Count(static value => value is not null) >= needed ? $"<{string.Join(',', values.Select(static value => value ?? "-"))}>" : null;
            });
    }

    private Part Map(Part element)
    {
        var count = _random.Next(5);
        var limit = 1 + _random.Next(3);
        string[] Split(string input) => [.. Enumerable.Range(0, count).Select(i => $"{input}.{i}")];
        var split = Flow.Task(NextId(), (string input) => Split(Note(input)));
        return new(
            (split >> element.Flow.ForEach(limit).WithPolicy(GroupPolicy.BestEffort)).Select(static list => $"{{{string.Join(',', list.Select(Show))}}}"),
            (input, memory) => $"{{{string.Join(',', Split(input).Select(x => element.Meaning(x, memory) ?? "-"))}}}");
    }

    private static Part Tried(Part part) => new(part.Flow.Try().Select(Show), (input, memory) => part.Meaning(input, memory) ?? "-");

    private static Part OrElse(Part first, Part second) => new(
        first.Flow.OrElse(second.Flow),
        (input, memory) => first.Meaning(input, memory) ?? second.Meaning(input, memory));

    private Part Continue(Part target)
    {
        var id = NextId();
        if (_workflow is not null)
        {
            var whole = target.Flow.Select(static value => value);
            GraflowRegistry.Add(new WorkflowRegistration<string, string>($"{_workflow}.{id}", () => whole));
            target = target with { Flow = whole };
        }

        return new(Flow.Task(id, (string input) => Next.To(target.Flow, Note($"{input}>{id}"))), (input, memory) => target.Meaning($"{input}>{id}", memory));
    }

    private Part Loop()
    {
        var id = NextId();
        var rounds = _random.Next(4);
        TaskNode<string, string> loop = null!;
        loop = Flow.Task(id, (string input) => Note(input).EndsWith(new string('+', rounds), StringComparison.Ordinal) ? input : Next.To(loop, input + "+"));
        return new(loop, (input, _) =>
        {
            while (!input.EndsWith(new string('+', rounds), StringComparison.Ordinal))
            {
                input += "+";
            }

            return input;
        });
    }

    /// <summary>A call of a body that changes nothing; of interest only where every call is counted.</summary>
    private string Note(string input)
    {
        if (_workflow is not null)
        {
            _executed.Add(input);
        }

        return input;
    }

    // Long enough never to fire, so that only the way through an interruptible plan differs.
    private static Part Bounded(Part part) => new(part.Flow.Within(TimeSpan.FromDays(1)), part.Meaning);

    private static string Show(Outcome<string> outcome) => outcome.TryGet(out var value) ? value : "-";
}
