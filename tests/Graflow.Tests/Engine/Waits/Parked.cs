using Graflow.Tests.Support;

namespace Graflow.Tests.Engine.Waits;

/// <summary>Waits until a run has come to rest, or to any other state that only other threads bring about.</summary>
internal static class Parked
{
    // Then whatever is waited for needs the processor more.
    private const int Spins = 100;

    public static Task ParksAsync<T>(this Run<T> run) => UntilAsync(() => run.Status != RunStatus.Running);

    public static Task ArmsAsync(this ManualTimeProvider clock, int timers) => UntilAsync(() => clock.ArmedTimers >= timers);

    public static Task UntilAsync(Func<bool> condition) => PollAsync(condition).OrHang();

    private static async Task PollAsync(Func<bool> condition)
    {
        using PeriodicTimer turns = new(TimeSpan.FromMilliseconds(1));
        for (var looks = 0; !condition(); looks++)
        {
            if (looks < Spins)
            {
                await Task.Yield();
            }
            else
            {
                await turns.WaitForNextTickAsync();
            }
        }
    }

    /// <summary>The events of a run that ended or will, each as a short text.</summary>
    public static async Task<List<string>> EventsOf<T>(Run<T> run)
    {
        var texts = new List<string>();
        await foreach (var entry in run.Events)
        {
            texts.Add(entry switch
            {
                WaitStarted wait => $"{wait.TaskId} waits for {wait.Name ?? "time"}{(wait.DueAt is { } due ? $" until {due:dd HH:mm}" : "")}",
                SignalReceived signal => $"signal {signal.Name}{(signal.Key is { } key ? $" for {key}" : "")}",
                TaskEvent task => $"{task.TaskId} {task.GetType().Name["Task".Length..]}",
                _ => entry.GetType().Name,
            });
        }

        return texts;
    }
}
