using System.Diagnostics;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>Engines whose child processes are those of the test program.</summary>
internal static class Children
{
    // In its own folder, where everything is that it needs.
    internal static string Program { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory.Replace("Graflow.Tests", "Graflow.TestProgram", StringComparison.Ordinal), "Graflow.TestProgram.dll"));

    internal static RunOptions One { get; } = new() { Execution = Execution.Processes(1) };

    internal static RunOptions Two { get; } = new() { Execution = Execution.Processes(2) };

    internal static WorkflowEngine Engine(Action<WorkflowEngineOptions>? configure = null) => new(o =>
    {
        o.Workers.Program = Program;
        configure?.Invoke(o);
    });

    /// <summary>Waits until a body has told that it began.</summary>
    /// <returns>The numbers that it told: its process, and what it started.</returns>
    internal static Task<int[]> BegunAsync<TOut>(Run<TOut> run, int times = 1) => FindBegunAsync(run.Events, times).OrHang();

    /// <summary>Waits until a process has ended, whether or not somebody has asked for its exit code.</summary>
    internal static Task GoneAsync(int process) => Task.Run(() => SpinWait.SpinUntil(() => IsGone(process))).OrHang();

    /// <summary>Lets a process stand still. One of its threads takes the signal, when it gets the processor; until all have stopped, the others may still say something.</summary>
    internal static async Task StopAsync(int process)
    {
        using var stop = Process.Start("kill", ["-STOP", $"{process}"]);
        await stop.WaitForExitAsync().OrHang();
        await Parked.UntilAsync(() => Array.TrueForAll(Directory.GetDirectories($"/proc/{process}/task"), static thread => StateIn(thread) is 'T' or null));
    }

    /// <summary>Lets time pass until something has come about.</summary>
    internal static async Task WhileTimePassesAsync(ManualTimeProvider clock, Task task)
    {
        using PeriodicTimer turns = new(TimeSpan.FromMilliseconds(1));
        for (var i = 0; !task.IsCompleted; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(task, turns.WaitForNextTickAsync().AsTask());
            Assert.True(i < 100_000);
        }

        await task;
    }

    // A process whose parent does not ask is listed as a zombie (Z) or as dead (X) for as long as that parent lives.
    private static bool IsGone(int process) => StateIn($"/proc/{process}") is 'Z' or 'X' or null;

    /// <summary>The letter that stands for what a process or a thread does; null when it is not there.</summary>
    private static char? StateIn(string folder)
    {
        try
        {
            var status = File.ReadAllText(Path.Combine(folder, "stat"));
            return status[status.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<int[]> FindBegunAsync(IAsyncEnumerable<RunEvent> events, int times)
    {
        await foreach (var told in events)
        {
            if (told is TaskLogged { Line: var line } && line.StartsWith("begun ", StringComparison.Ordinal) && --times == 0)
            {
                return [.. line.Split(' ').Skip(1).Select(int.Parse)];
            }
        }

        throw new InvalidOperationException("The run ended before a body began.");
    }
}
