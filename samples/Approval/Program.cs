// A purchase that people must approve. The program ends while it waits for them; the run does not.
//     ask ID ITEM PRICE          starts a run, and ends once it waits
//     answer ID WHO yes|no       stores an answer, whether or not anybody drives the run
//     finish ID                  goes on with the run, to its end
// The first argument of each is the folder in which runs are kept.
using System.Globalization;
using Graflow;

if (args is not [var folder, var command, var id, .. var rest])
{
    Console.Error.WriteLine("usage: Approval FOLDER ask ID ITEM PRICE | answer ID WHO yes|no | finish ID");
    return 2;
}

await using var engine = new WorkflowEngine(options => options.UseFileLog(folder));
try
{
    switch (command)
    {
        case "ask":
            await AskAsync(new Purchase(rest[0], decimal.Parse(rest[1], CultureInfo.InvariantCulture)));
            break;
        case "answer":
            await engine.SignalAsync(id, rest[0], new Answer(rest[1] == "yes", rest[0]));
            Console.WriteLine($"{id}: the answer of the {rest[0]} is stored");
            break;
        default:
            await FinishAsync();
            break;
    }

    return 0;
}
catch (SignalRefusedException refused)
{
    Console.WriteLine($"refused: {refused.Message}");
    return 1;
}

async Task AskAsync(Purchase purchase)
{
    await using var run = await engine.StartAsync(Purchases.Approval, purchase, new RunOptions { RunId = id });
    var open = new SortedSet<string>();
    await foreach (var happened in run.Events)
    {
        if (happened is WaitStarted wait && open.Add(wait.Name!) && open.Count == 2)
        {
            break;
        }
    }

    Console.WriteLine($"{id}: waits for {string.Join(" and ", open)}");
}

async Task FinishAsync()
{
    await using var run = await engine.ResumeAsync(Purchases.Approval, id);
    Console.WriteLine($"{id}: {await run.Completion}");
}

internal sealed record Purchase(string Item, decimal Price);

internal sealed record Answer(bool IsYes, string Who);

internal static partial class Purchases
{
    [Task]
    public static Purchase Check(Purchase purchase) =>
        purchase.Price > 0 ? purchase : throw new ArgumentException($"{purchase.Item} has no price.");

    /// <summary>The type says that an answer may be missing, so that this cannot be forgotten.</summary>
    [Task]
    public static string Decide(Outcome<Purchase> purchase, Outcome<Answer> manager, Outcome<Answer> auditor)
    {
        var audit = auditor.Match(static answer => answer.IsYes ? "the auditor agrees" : "the auditor objects", static _ => "the auditor did not answer in time");
        var isBought = manager.Value.IsYes && auditor is not { IsSuccess: true, Value.IsYes: false };
        return $"{purchase.Value.Item} {(isBought ? "is bought" : "is not bought")}: the manager said {(manager.Value.IsYes ? "yes" : "no")}, {audit}";
    }

    [Workflow]
    public static Flow<Purchase, string> Approval { get; } = Approve(Tasks.Check);

    /// <summary>Both are asked at once. The manager has all the time there is, the auditor three seconds from the moment when the run began to wait, however often the program is restarted.</summary>
    private static Flow<Purchase, string> Approve(IExecutable<Purchase, Purchase> check) =>
        (check
            | (check >> Flow.WaitFor<Answer>("manager"))
            | (check >> Flow.WaitFor<Answer>("auditor", timeout: TimeSpan.FromSeconds(3))))
        .WithPolicy(GroupPolicy.BestEffort) >> Tasks.Decide;
}
