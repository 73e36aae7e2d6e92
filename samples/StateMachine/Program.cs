// A state machine is tasks that name each other: each state is a method that returns the next state, or the machine's result.
// A parcel is tried at the door three times, waits at the post office, and goes back if nobody comes.
using Graflow;

var engine = new WorkflowEngine();
foreach (var parcel in new Parcel[] { new("book", HomeOnDay: 1), new("lamp", HomeOnDay: 3), new("chair", HomeOnDay: 5), new("piano", HomeOnDay: 99) })
{
    await using var run = await engine.StartAsync(Delivery.Track, parcel);
    Console.WriteLine($"{parcel.Name}: {await run.Completion}");

    // The way through the states is in the run's events, as everything else that happened.
    var way = new List<string>();
    await foreach (var runEvent in run.Events)
    {
        if (runEvent is TaskStarted state)
        {
            way.Add(state.TaskId.Split('.')[^1].Split('#')[0]);
        }
    }

    Console.WriteLine($"    {string.Join(" > ", way)}");
}

internal sealed record Parcel(string Name, int HomeOnDay, int Day = 1);

internal static partial class Delivery
{
    public static Flow<Parcel, string> Track => Tasks.Accept >> Tasks.Log;

    [Task]
    public static Next<string> Accept(Parcel parcel) => Next.To(Tasks.Ring, parcel);

    [Task]
    public static Next<string> Ring(Parcel parcel) => parcel switch
    {
        { Day: var day, HomeOnDay: var home } when day >= home => Next.To(Tasks.HandOver, parcel),
        { Day: < 3 } => Next.To(Tasks.Ring, parcel with { Day = parcel.Day + 1 }),
        _ => Next.To(Tasks.Keep, parcel),
    };

    [Task]
    public static Next<string> HandOver(Parcel parcel) => $"handed over on day {parcel.Day}";

    [Task]
    public static Next<string> Keep(Parcel parcel) => parcel.Day switch
    {
        var day when day >= parcel.HomeOnDay => $"fetched from the post office on day {day}",
        < 7 => Next.To(Tasks.Keep, parcel with { Day = parcel.Day + 1 }),
        _ => Next.To(Tasks.Return, parcel),
    };

    [Task]
    public static Next<string> Return(Parcel parcel) => $"returned on day {parcel.Day}";

    [Task]
    public static string Log(string end) => $"was {end}";
}
