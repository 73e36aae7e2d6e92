namespace Graflow.Redis.Keys;

/// <summary>A part of the fleet's keys that lies in one hash slot, so that one script may touch all of them: everything of a run and of the tasks that it waits for.</summary>
/// <param name="Number">Which one, from 0.</param>
/// <param name="Prefix">What its keys begin with, such as <c>{gf:0}:</c>.</param>
internal sealed record RedisCell(int Number, string Prefix)
{
    internal string Key(string name) => Prefix + name;

    internal string Of(RunName run, string kind) => $"{Prefix}{kind}:{run.Text}";

    /// <summary>Where the workers are told that a queue has something for them; the message is the queue.</summary>
    internal string WakeChannel => Prefix + "wake";

    /// <summary>Where a worker that waits for tasks is sent some; the message is a <see cref="Tasks.PushMessage"/>.</summary>
    internal string PushChannel(string worker) => $"{Prefix}push:{worker}";

    /// <summary>Where a driver is told that one of its runs has news; the message is the run.</summary>
    internal string DriverChannel(string driver) => $"{Prefix}driver:{driver}";

    /// <summary>Where whoever waits for a run is told that it has ended; the message is empty.</summary>
    internal string EndedChannel(RunName run) => $"{Prefix}ended:{run.Text}";

    /// <summary>Where a worker is told that a task that it runs is no longer wanted; the message is the task.</summary>
    internal string WorkerChannel(string worker) => $"{Prefix}worker:{worker}";
}
