using Microsoft.Extensions.Logging;

namespace Graflow.TestProgram;

/// <summary>Bodies for runs whose tasks run on workers of a fleet.</summary>
public static partial class FleetBodies
{
    public enum Shade
    {
        Light,
        Dark,
    }

    public sealed record Line(string Name, int Count, Shade Shade = Shade.Light);

    public sealed record Order(Guid Id, IReadOnlyList<Line> Lines, Order? Before = null);

    [Task]
    public static int Inc(int value) => value + 1;

    [Task]
    public static async Task<int> IncLater(int value, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        return value + 1;
    }

    [Task]
    public static int Fails(int value) => throw new InvalidDataException($"{value} is bad");

    [Task]
    public static int FailsWhenOdd(int value) => value % 2 == 0 ? value : throw new InvalidDataException($"{value} is odd");

    [Task]
    public static IReadOnlyList<int> Numbers(int count) => [.. Enumerable.Range(0, count)];

    [Task]
    public static int Total(IReadOnlyList<int> numbers) => numbers.Sum();

    [Task]
    public static string Show(int number) => $"<{number}>";

    [Task]
    public static string Concat(IReadOnlyList<string> words) => string.Concat(words);

    [Task]
    public static string Both(int first, string second) => $"{first}{second}";

    [Task]
    public static string? Nothing(int value) => value == 0 ? null : $"{value}";

    [Task]
    public static string Describe(string? text) => text ?? "null";

    [Task]
    public static byte[] Fill(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    [Task]
    public static long Digest(byte[] bytes) => bytes.Aggregate(17L, static (hash, value) => unchecked((hash * 31) + value));

    [Task]
    public static Order Ship(Order order) => order with { Lines = [.. order.Lines.Select(static line => line with { Count = line.Count + 1, Shade = Shade.Dark })], Before = order };

    [Task]
    public static string Print(Order order) => $"{order.Id:N} {string.Join(',', order.Lines.Select(static line => $"{line.Name}{line.Count}{line.Shade}"))} {order.Before?.Lines.Count}";

    [Task]
    public static string Context(int value, TaskContext context) => $"{context.RunId.Length > 0} {context.TaskId} {context.Attempt} {context.Iteration} {context.IdempotencyKey == $"{context.RunId}/{context.TaskId}"} {value}";

    [Task]
    [Retry(3)]
    public static string Third(int value, TaskContext context) => context.Attempt == 3 ? $"{value} at {context.Attempt}" : throw new IOException($"not yet {context.Attempt}");

    [Task]
    [Retry(3, On = [typeof(IOException)])]
    public static int Wrong(string how) => throw how switch
    {
        "file" => new FileNotFoundException("no file"),
        "io" => new IOException("no disk"),
        "cancel" => new OperationCanceledException("somebody else's"),
        "definition" => new FlowDefinitionException("impossible"),
        _ => new TimeoutException(how),
    };

    /// <summary>Ends when its token fires, or never.</summary>
    [Task(Timeout = "00:00:00.030")]
    public static async Task<int> TooLate(int value, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, value == 0 ? CancellationToken.None : ct);
        return value;
    }

    [Task]
    public static async Task<int> Forever(int value, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return value;
    }

    [Task]
    public static int Loop(int value, TaskContext<int> context)
    {
        if (context.Iteration < 4)
        {
            context.NextIteration(value + context.Iteration);
        }

        return value;
    }

    [Task]
    public static Next<string> Choose(int value) => value switch
    {
        < 0 => throw new ArgumentOutOfRangeException(nameof(value), "below zero"),
        0 => "zero",
        1 => Next.To(Tasks.Show, 1),
        2 => Next.To(Tasks.Inc >> Tasks.Show.As("after"), 2),
        3 => Next.To(Tasks.Choose, 2),
        _ => Next.To(FleetFlows.Wide, value).As<string>(),
    };

    [Task]
    public static int Asks(int value, TaskContext context)
    {
        for (var i = 0; i < 3; i++)
        {
            context.NextTask(Tasks.Notes.As($"side{i}"), value + i);
        }

        return value;
    }

    [Task]
    public static int AsksForBad(int value, TaskContext context)
    {
        context.NextTask(Tasks.Fails.As("bad"), value);
        return value;
    }

    [Task]
    public static async Task<int> Notes(int value, TaskContext context)
    {
        await context.Channel.AppendAsync("notes", value);
        return value;
    }

    [Task]
    [Retry(2)]
    public static int Records(int value, TaskContext context)
    {
        context.OnSuccess(w =>
        {
            w.Increment("sum", value);
            w.Append("attempts", context.Attempt);
        });
        return context.Attempt == 1 ? throw new IOException("first") : value;
    }

    /// <summary>What it records does not fit.</summary>
    [Task]
    public static int Misfits(int value, TaskContext context)
    {
        var text = string.Concat("te", "xt");
        context.OnSuccess(w =>
        {
            w.Set("half", 1);
            w.Append(text, 1);
        });
        return value;
    }

    [Task]
    public static async Task<int> WritesText(int value, TaskContext context)
    {
        await context.Channel.SetAsync("text", "some");
        return value;
    }

    [Task]
    public static async Task<string> Reads(int value, TaskContext context) =>
        $"{value} {await context.Channel.GetAsync("sum", 0L)} [{string.Join(',', await context.Channel.GetAsync("attempts", new List<int>()))}] [{string.Join(',', (await context.Channel.GetAsync("notes", new List<int>())).Order())}] {await context.Channel.ExistsAsync("half")}";

    [Task]
    public static async Task<string> ReadsEven(int value, TaskContext context) => value % 2 == 0
        ? $"{await Reads(value, context)} {await context.Channel.GetAsync("placed", 0)}"
        : throw new InvalidDataException($"{value} is odd");

    [Task]
    public static string ReadsAfter(Outcome<int> outcome, [FromChannel("text")] string text) => $"{outcome.Kind} {outcome.Failure?.Message} {text}";

    [Task]
    public static async Task<int> ReadsPlaced(int value, [FromChannel("placed")] int placed, TaskContext context)
    {
        await context.Channel.SetAsync("placed", placed + 1);
        return value + placed;
    }

    [Task]
    public static async Task<int> Counts(int value, TaskContext context)
    {
        await context.Channel.IncrementAsync("count");
        return value;
    }

    [Task]
    public static int Cancels(int value, TaskContext context)
    {
        context.CancelRun($"{value} is enough");
        return value;
    }

    [Task]
    public static int Reports(int value, TaskContext context)
    {
        context.ReportProgress(0.5, $"half of {value}");
        LogValue(context.Logger, value);
        return value;
    }

    [LoggerMessage(1, LogLevel.Warning, "at {Value}")]
    private static partial void LogValue(ILogger logger, int value);

#pragma warning disable GRF301 // Workers have the one, and nobody has the other.
    [Task(Handler = "twice")]
    public static async Task<int> Handled(int value, TaskContext context) => value + (int)await context.Channel.IncrementAsync("calls");

    [Task(Handler = "missing")]
    public static int Unhandled(int value) => value;
#pragma warning restore GRF301

    [Task]
    public static string Served(string name, [FromServices] Greetings greetings) => $"{greetings.Hello}, {name}";

    [Task(Queue = "gpu", Priority = 5)]
    public static int Elsewhere(int value) => value * 3;

    [Task]
    [Limit(2)]
    public static int Limited(int value) => value * 2;

    [Task]
    [Cache("01:00:00")]
    public static async Task<Guid> Cached(int value)
    {
        await Task.Yield();
        return value < 0 ? throw new InvalidDataException("negative") : Guid.NewGuid();
    }

    [Task]
    public static bool Same(Guid first, Guid second) => first == second;

    [Task]
    [CircuitBreaker(1, "01:00:00")]
    public static int Breaks(int value) => throw new IOException($"broken {value}");

    [Task]
    public static string Outcomes(IReadOnlyList<Outcome<int>> outcomes) =>
        string.Join(' ', outcomes.Select(static outcome => outcome.IsSuccess ? $"{outcome.Value}" : $"{outcome.Kind}:{outcome.Failure!.TaskId}:{outcome.Failure.ErrorType}:{outcome.Failure.Message}"));

    [Task]
    public static string Tried(Outcome<int> outcome) => outcome.IsSuccess ? $"{outcome.Value}" : $"{outcome.Failure!.Attempts} {outcome.Failure.ErrorType} {outcome.Failure.Message}";
}
