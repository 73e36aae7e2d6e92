// The channel is what the tasks of a run share besides their inputs and outputs: typed keys, operations that are atomic
// however many tasks call them at once, values that expire, changes to wait for, and writes that count only if the task succeeds.
using Graflow;
using static Sensors.Tasks;

var clock = new Clock();
var engine = new WorkflowEngine(o => o.TimeProvider = clock);
Sensors.Advance = clock.Advance;

// Values can be there from the start.
var options = new RunOptions { Channel = channel => channel.Set(Sensors.Limit.Name, 90) };
int[] readings = [.. Enumerable.Range(1, 100)];

Console.WriteLine(await engine.RunAsync(Measure.ForEach() >> Summarize, readings, options));
Console.WriteLine(await engine.RunAsync((Watch | Heat).Select(both => both.Item1), options));
Console.WriteLine(await engine.RunAsync(Calibrate >> ReadCalibration >> ReadCalibrationLater, options));
Console.WriteLine(await engine.RunAsync(Report >> CountReports, options));

internal static partial class Sensors
{
    public static ChannelKey<int> Limit { get; } = new("limit");

    public static ChannelKey<long> Count { get; } = new("count");

    public static ChannelKey<int> Highest { get; } = new("highest");

    public static ChannelKey<List<int>> Alarms { get; } = new("alarms");

    public static ChannelKey<string> FirstAlarm { get; } = new("first-alarm");

    public static ChannelKey<int> Temperature { get; } = new("temperature");

    public static ChannelKey<double> Offset { get; } = new("offset");

    public static ChannelKey<int> Sent { get; } = new("sent");

    public static ChannelKey<int> Filed { get; } = new("filed");

    public static Action<TimeSpan> Advance { get; set; } = _ => { };

    /// <summary>A hundred of these run at once; nothing gets lost. The limit is injected from the channel.</summary>
    [Task]
    public static async Task Measure(int reading, [FromChannel("limit")] int limit, TaskContext context)
    {
        var channel = context.Channel;
        await channel.IncrementAsync(Count);
        await channel.UpdateAsync(Highest, highest => Math.Max(highest, reading));
        if (reading > limit)
        {
            await channel.AppendAsync(Alarms, reading);
            await channel.TryAddAsync(FirstAlarm, "somebody was first, and only one");
        }
    }

    [Task]
    public static async Task<string> Summarize(TaskContext context)
    {
        var channel = context.Channel;
        var alarms = await channel.GetAsync(Alarms);
        return $"{await channel.GetAsync(Count)} readings, highest {await channel.GetAsync(Highest)}, {alarms.Count} alarms ({string.Join(" ", alarms.Order())}); {await channel.GetAsync(FirstAlarm)}";
    }

    /// <summary>Waits until another task has written what it waits for.</summary>
    [Task]
    public static async Task<string> Watch(TaskContext context, CancellationToken ct)
    {
        await foreach (var change in context.Channel.WatchAsync(Temperature, ct))
        {
            if (change.Value >= 30)
            {
                return $"cooling began at {change.Value} degrees";
            }
        }

        return "the run ended";
    }

    [Task]
    public static async Task Heat(TaskContext context)
    {
        for (var degrees = 10; degrees <= 30; degrees += 10)
        {
            await context.Channel.SetAsync(Temperature, degrees);
        }
    }

    [Task]
    public static async Task Calibrate(TaskContext context) => await context.Channel.SetAsync(Offset, 0.5, ttl: TimeSpan.FromMinutes(10));

    [Task]
    public static async Task<double> ReadCalibration(TaskContext context) => await context.Channel.GetAsync(Offset);

    [Task]
    public static async Task<string> ReadCalibrationLater(double offset, TaskContext context)
    {
        Advance(TimeSpan.FromMinutes(11));
        return $"offset {offset}, ten minutes later {(await context.Channel.ExistsAsync(Offset) ? "the same" : "expired")}";
    }

    /// <summary>Fails once after it has written: what was written at once stays and is written twice, what was recorded counts once.</summary>
    [Task, Retry(2)]
    public static async Task Report(TaskContext context)
    {
        context.OnSuccess(channel => channel.Increment(Filed.Name));
        await context.Channel.IncrementAsync(Sent);
        if (context.Attempt == 1)
        {
            throw new IOException("the line is busy");
        }
    }

    [Task]
    public static async Task<string> CountReports(TaskContext context) =>
        $"written at once: {await context.Channel.GetAsync(Sent)}, on success: {await context.Channel.GetAsync(Filed)}";
}
