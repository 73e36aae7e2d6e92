using System.Diagnostics;
using Graflow.Bench.Harness;
using Graflow.Bench.Processes;

namespace Graflow.Bench.Containers;

/// <summary>The way to a container that is there, and the whole life of one.</summary>
internal static class ContainerWorkloads
{
    /// <summary>The argument that makes this program run the one task by itself, and end.</summary>
    public const string BareArgument = "bare-task";

    private const int HopLength = 500;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>An image with the .NET runtime; null where there is no engine.</summary>
    public static string? Image { get; } = Environment.GetEnvironmentVariable("GRAFLOW_TEST_RUNTIME");

    private static Meter MicrosecondsPerTask { get; } = new("us/task", sample => sample.Elapsed.TotalMicroseconds / sample.Operations);

    private static Meter Milliseconds { get; } = new("ms", sample => sample.Elapsed.TotalMilliseconds);

    /// <summary>A chain: each task waits for the one before it.</summary>
    public static Workload Hop()
    {
        var engine = Engine();
        var inProcess = Chain("process");
        var inContainer = Chain("docker");
        return new("container-hop", MicrosecondsPerTask,
        [
            new Peer("process", HopLength, async () => await engine.RunAsync(inProcess, 0)) { Expected = HopLength },
            new Peer("graflow", HopLength, async () => await engine.RunAsync(inContainer, 0)) { Expected = HopLength },
        ])
        {
            Floor = "process",
            LeastWarmUp = WarmUp,
            Bounds = [Bound.RatioAtMost(2, "process")],
            Cleanup = () => engine.DisposeAsync().AsTask().GetAwaiter().GetResult(),
        };
    }

    /// <summary>A new engine's first task in a container and the end of both, against a container in which this program runs that task by itself.</summary>
    public static Workload Start(int rounds) => new("container-start", Milliseconds,
    [
        new Peer("docker run", 1, RunBareAsync) { Expected = 2 },
        new Peer("graflow", 1, RunTaskAsync) { Expected = 2 },
    ])
    {
        Floor = "docker run",
        Rounds = rounds,
        Bounds = [Bound.RatioAtMost(1.25, "docker run")],
    };

    /// <summary>Inside the bare container.</summary>
    public static async Task<int> RunHereAsync()
    {
        await using var engine = new WorkflowEngine();
        return await engine.RunAsync(ProcessTasks.Tasks.Next, 1);
    }

    private static IExecutable<int, int> Chain(string handler)
    {
        var task = ProcessTasks.Tasks.Next.With(o => o.Handler = handler);
        IExecutable<int, int> chain = task;
        for (var i = 1; i < HopLength; i++)
        {
            chain = chain >> task.As($"n{i}");
        }

        return chain;
    }

    private static WorkflowEngine Engine() => new(o =>
    {
        o.Workers.HandlerProcesses = 1;
        o.Handlers.AddDocker("docker", new DockerOptions { Image = Image!, Containers = 1, PullPolicy = DockerPullPolicy.Never });
    });

    private static async ValueTask<double> RunTaskAsync()
    {
        await using var engine = Engine();
        return await engine.RunAsync(ProcessTasks.Tasks.Next.With(o => o.Handler = "docker"), 1);
    }

    private static async ValueTask<double> RunBareAsync()
    {
        var program = Path.GetFullPath(Environment.GetCommandLineArgs()[0]);
        string[] arguments =
        [
            "run", "--interactive", "--rm", "--init", "--pull", "never", "--network", "none",
            "--mount", $"type=bind,source={Path.GetDirectoryName(program)},target=/graflow,readonly",
            Image!, "dotnet", $"/graflow/{Path.GetFileName(program)}", BareArgument,
        ];
        using var bare = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardInput = true })!;
        bare.StandardInput.Close();
        await bare.WaitForExitAsync();
        return bare.ExitCode;
    }
}
