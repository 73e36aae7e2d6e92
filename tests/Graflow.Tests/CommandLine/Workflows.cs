using Graflow.CompilerServices;

namespace Graflow.Tests.CommandLine;

/// <summary>What a generated module registers, written by hand; once, because the registry is the process's.</summary>
internal static class Workflows
{
    private static readonly Lazy<bool> Registered = new(RegisterAll);

    public enum Colour
    {
        DarkRed,
        Blue,
    }

    public sealed record Item(string Name, int Count, Colour Colour = Colour.Blue, IReadOnlyList<(string Key, int? Value)>? Tags = null);

    public sealed record Basket(string Owner, IReadOnlyList<Item> Items, IReadOnlyDictionary<string, Guid>? Ids = null);

    public sealed record Folder(string Name, IReadOnlyList<Folder> Folders, Folder? Twin = null);

    public static void Register() => _ = Registered.Value;

    private static bool RegisterAll()
    {
        Add("cli.double", Flow.Task("cli.times", static (int x) => 2 * x));
        Add("cli.text", Flow.Task("cli.reverse", static (string text) => new string([.. text.Reverse()])));
        Add("cli.basket", Flow.Task("cli.same", static (Basket basket) => basket));
        Add("cli.nothing", Flow.Task("cli.no", static (Unit _) => Unit.Value));
        Add("cli.fails", Flow.Task("cli.throw", static int (int x) => throw new InvalidOperationException($"{x} is too much.")));
        Add("cli.cancels", Flow.Task("cli.cancel", static int (int x, TaskContext context) =>
        {
            context.CancelRun("enough");
            return x;
        }));
        Add("cli.stream", Flow.Task("cli.open", static (int x) => (Delegate)(() => x)));
        Add("cli.outcome", (Flow.Task("cli.good", static (int x) => x) | Flow.Task("cli.bad", static string (int _) => throw new IOException("gone"))).WithPolicy(GroupPolicy.BestEffort));
        Add("cli.map", Flow.Task("cli.each", static (int x) => (x, Colour.DarkRed)).ForEach() >> Flow.Task("cli.list", static (IReadOnlyList<(int, Colour)> all) => all));
        Add("cli.handler", Flow.Task("cli.gpu", static (int x) => x).With(static o => o.Handler = "gpu"));
        Add("cli.twice", Twice());
        Add("cli.folder", Flow.Task("cli.count", static (Folder folder) => folder.Folders.Count));
        GraflowRegistry.Add(new WorkflowRegistration<(string name, int count), (string, int)>("cli.pair", static () => Flow.Task("cli.swap", static ((string name, int count) x) => (x.name, x.count + 1)))
        {
            FromElements = static items => ((string)items[0]!, (int)items[1]!),
            InputNames = ["name", "count"],
        });
        GraflowRegistry.Add(new WorkflowRegistration<(int, int, int, int, int, int, int, int, int), (int Sum, int Last)>("cli.nine", static () => Flow.Task("cli.sum", static ((int, int, int, int, int, int, int, int, int) x) => (x.Item1 + x.Item9, x.Item9)))
        {
            FromElements = static items => ((int)items[0]!, (int)items[1]!, (int)items[2]!, (int)items[3]!, (int)items[4]!, (int)items[5]!, (int)items[6]!, (int)items[7]!, (int)items[8]!),
            OutputNames = ["Sum", "Last"],
        });
        return true;
    }

    /// <summary>A flow that cannot work.</summary>
    private static Flow<int, int> Twice()
    {
        var (one, two) = (Flow.Task("cli.one", static (int x) => x), Flow.Task("cli.two", static (int x) => x));
        return one >> two >> one;
    }

    private static void Add<TIn, TOut>(string name, IExecutable<TIn, TOut> flow) => GraflowRegistry.Add(new WorkflowRegistration<TIn, TOut>(name, () => flow));
}
