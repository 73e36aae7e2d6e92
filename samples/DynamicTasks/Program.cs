// What runs next is often known only while running. A task returns its value, or the next thing to run that will yield that value;
// it can ask for another iteration of itself, and add tasks that the run must also finish.
using System.Collections.Concurrent;
using Graflow;

var engine = new WorkflowEngine();

// Next.To: a document goes on to a flow that is chosen, and may be built, at run time. The edge behind Route is still checked: every way ends in a string.
var archive = Documents.Tasks.Route >> Documents.Tasks.Archive;
foreach (var document in new Document[] { new("holiday.png", "sea"), new("report.txt", "profit"), new("letters.zip", "a.txt,b.png") })
{
    Console.WriteLine(await engine.RunAsync(archive, document));
}

// NextIteration: the same task again with another input; the last iteration's return value is the output.
Console.WriteLine($"pages: {await engine.RunAsync(Documents.Tasks.Download, new Page(1, []))}");

// A loop by Next.To takes no stack and constant memory, however long it is.
Console.WriteLine($"steps: {await engine.RunAsync(Documents.Tasks.Halve, (1L << 40, 0))}");

// NextTask: the output does not wait for the index, the run does.
Console.WriteLine($"imported: {await engine.RunAsync(Documents.Tasks.Import, "mail")}");
Console.WriteLine($"indexed: {string.Join(", ", Documents.Index.Order())}");

// A loop that never ends is an error that names the task, not a program that hangs.
try
{
    await engine.RunAsync(Documents.Tasks.Wait, 0, new RunOptions { MaxSteps = 1000 });
}
catch (MaxStepsExceededException error)
{
    Console.WriteLine($"{error.TaskId} was stopped after {error.Steps} steps");
}

internal sealed record Document(string Name, string Content);

internal sealed record Page(int Number, IReadOnlyList<string> Lines);

internal static partial class Documents
{
    public static ConcurrentQueue<string> Index { get; } = [];

    [Task]
    public static Next<string> Route(Document document) => Path.GetExtension(document.Name) switch
    {
        ".png" => Next.To(Tasks.Describe >> Tasks.Caption, document),
        ".txt" => document.Content,
        ".zip" => Next.To(Flow.Parallel(document.Content.Split(',').Select(name => Tasks.Route.As(name.Split('.')[0]).Bind(new Document(name, $"[{name}]")))).Select(parts => string.Join(" and ", parts))),
        var unknown => throw new NotSupportedException($"{unknown} files cannot be read"),
    };

    [Task]
    public static string Describe(Document picture) => $"a picture of the {picture.Content}";

    [Task]
    public static string Caption(string text) => $"'{text}'";

    [Task]
    public static string Archive(string text) => $"archived {text}";

    [Task]
    public static int Download(Page page, TaskContext<Page> context)
    {
        var lines = page.Lines.Append($"line of page {page.Number}").ToList();
        if (page.Number < 5)
        {
            context.NextIteration(new Page(page.Number + 1, lines));
        }

        return lines.Count;
    }

    [Task]
    public static Next<int> Halve(long number, int steps) => number <= 1 ? steps : Next.To(Tasks.Halve, (number / 2, steps + 1));

    [Task]
    public static int Import(string folder, TaskContext context)
    {
        for (var i = 1; i <= 3; i++)
        {
            context.NextTask(Tasks.AddToIndex, $"{folder}/{i}");
        }

        return 3;
    }

    [Task]
    public static async Task AddToIndex(string name)
    {
        await Task.Yield();
        Index.Enqueue(name);
    }

#pragma warning disable GRF107 // It waits until its run is stopped.
    [Task]
    public static Next<int> Wait(int turn) => Next.To(Tasks.Wait, turn + 1);
#pragma warning restore GRF107
}
