namespace Graflow.TestProgram;

/// <summary>Bodies that act on their run: what they do must come to the same wherever they are.</summary>
public static partial class Crossing
{
    private static readonly ChannelKey<List<string>> Notes = new("notes");

    /// <summary>A group, which another process knows by this name only.</summary>
    [Workflow]
    public static Flow<int, string> Judged { get; } = (Tasks.Half | Tasks.Word).WithPolicy(GroupPolicy.BestEffort) >> Tasks.Judge;

    /// <summary>A bit of everything.</summary>
    [Workflow]
    public static Flow<int, string> Everything { get; } =
        Tasks.Count >> Tasks.Route >> (Tasks.Length | Tasks.Iterate.Bind(2).As("bound") | (Tasks.Length.As("again") >> Tasks.Recorded)) >> Tasks.Sum >> Tasks.Spawn >> Tasks.Note;

    [Task]
    public static int Half(int value) => value % 2 == 0 ? value / 2 : throw new ArgumentException($"{value} is odd");

    [Task]
    public static string Word(int value) => $"word {value}";

    [Task]
    public static string Judge(Outcome<int> half, Outcome<string> word) =>
        $"{(half.IsSuccess ? $"{half.Value}" : $"{half.Kind} {half.Failure!.TaskId} {half.Failure.ErrorType} {half.Failure.Message} {half.Failure.Attempts} {half.Failure.StackText.Contains(nameof(Half), StringComparison.Ordinal)}")}, {word.Value}";

    /// <summary>Says what reading the value of a failed branch throws.</summary>
    [Task]
    public static string Read(Outcome<int> half, Outcome<string> word)
    {
        try
        {
            return $"{half.Value}{word.Value}";
        }
        catch (TaskFailedException error)
        {
            return $"{error.Message} / {error.InnerException is null}";
        }
    }

    [Task]
    public static Next<int> Count(int value) => value >= 10 ? value : Next.To(Tasks.Count, value + 1);

    [Task]
    public static Next<string> Route(int value) => value switch
    {
        0 => "nothing",
        1 => Next.To(Tasks.Twice >> Tasks.Word.As("routed"), value),
        2 => Next.To(Tasks.Word.As("named").With(o => o.Priority = 3), value),
        3 => Next.To((Tasks.Twice | Tasks.Word).Select(pair => pair.Item2), value),
        _ => Next.To(Judged, value),
    };

    [Task]
    public static int Twice(int value) => value * 2;

    [Task]
    public static int Length(string text) => text.Length;

    [Task]
    public static int Sum(int first, int second, int third) => first + second + third;

    [Task]
    public static int Iterate(int value, TaskContext<int> context)
    {
        if (context.Iteration < 3)
        {
            context.NextIteration(value * 2);
        }

        return value;
    }

#pragma warning disable GRF107 // It never comes to a loop: to ask twice is an error.
    [Task]
    public static int IterateTwice(int value, TaskContext<int> context)
    {
        context.NextIteration(value);
        context.NextIteration(value);
        return value;
    }
#pragma warning restore GRF107

    [Task]
    public static int Spawn(int value, TaskContext context)
    {
        for (var i = 0; i < 3; i++)
        {
            context.NextTask(Tasks.Note.As($"side{i}"), value + i);
        }

        context.NextTask(Tasks.Twice >> Tasks.Note.As("chain"), value);
        return value;
    }

    [Task]
    public static async Task<string> Note(int value, TaskContext context)
    {
        await context.Channel.AppendAsync(Notes, $"{context.TaskId} {value}");
        return $"noted {value}";
    }

    /// <summary>Records its success, at the second attempt.</summary>
    [Task]
    [Retry(2)]
    public static int Recorded(int value, TaskContext context)
    {
        context.OnSuccess(w =>
        {
            w.Increment("recorded", value);
            w.Set("attempt", context.Attempt);
            w.Append("notes", $"recorded {value}");
        });
        return context.Attempt == 1 ? throw new InvalidOperationException("first attempt") : value;
    }

    /// <summary>Fails as it is told, and counts how often.</summary>
    [Task]
    [Retry(3, On = [typeof(IOException)])]
    public static async Task<int> Fail(string how, TaskContext context)
    {
        await context.Channel.IncrementAsync("attempts");
        throw how switch
        {
            "derived" => new FileNotFoundException("no file", new InvalidOperationException("inside")),
            "other" => new TimeoutException("too late"),
            "cancel" => new OperationCanceledException("somebody else's"),
            "payload" => Broken(),
            "definition" => new FlowDefinitionException("impossible"),
            _ => new IOException(how),
        };
    }

    private static Exception Broken()
    {
        try
        {
            PayloadSerializer.Deserialize<int>([1]);
            return new InvalidOperationException("read");
        }
        catch (PayloadException error)
        {
            return error;
        }
    }

    /// <summary>Makes all calls that a channel has.</summary>
    [Task]
    public static async Task<string> UseChannel(string key, TaskContext context)
    {
        var channel = context.Channel;
        await channel.SetAsync(key, 40);
        await channel.IncrementAsync(key);
        await channel.UpdateAsync<int>(key, n => n + 1);
        var added = await channel.TryAddAsync(key, 7);
        await channel.SetAsync("brief", "x", TimeSpan.FromDays(1));
        var deleted = await channel.DeleteAsync("brief");
        var exists = await channel.ExistsAsync("brief");
        await channel.AppendAsync("list", "a");
        var count = await channel.AppendAsync("list", "b");
        var list = await channel.GetAsync("list", new List<string>());
        var keys = (await channel.KeysAsync()).Order(StringComparer.Ordinal);
        var mistake = "";
        try
        {
            await channel.GetAsync<string>(key);
        }
        catch (ChannelTypeException error)
        {
            mistake = error.Message;
        }

        return $"{await channel.GetAsync<int>(key)} {added} {deleted} {exists} {count} {string.Join('+', list)} {string.Join(',', keys)} {mistake}";
    }

    [Task]
    public static async Task<int> ReadPlaced(string key, [FromChannel("placed")] string placed, TaskContext context) =>
        placed.Length + await context.Channel.GetAsync(key, 0);

    /// <summary>Leaves work behind that acts on the run when the attempt is over, and says what came of it.</summary>
    [Task]
    public static Task<int> LeaveBehind(int value, TaskContext context)
    {
        Left = context;
        return Task.FromResult(value);
    }

    /// <summary>Acts on the run by what <see cref="LeaveBehind"/> left in the same process.</summary>
    [Task]
    public static async Task<string> ActLate(int value)
    {
        try
        {
            await Left!.Channel.SetAsync("late", value);
            return "done";
        }
        catch (AttemptEndedException error)
        {
            return error.Message;
        }
    }

    private static TaskContext? Left { get; set; }
}
