using Graflow.Handlers.Docker;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Containers.Tests.Support;

/// <summary>Workflow engines whose tasks find the test program in containers.</summary>
internal static class Engines
{
    public static DockerOptions Options => new() { Engine = TestEngine.CommandLine, Image = TestEngine.Runtime, PullPolicy = DockerPullPolicy.Never };

    /// <summary>An engine whose handler <c>docker</c> has these options.</summary>
    public static WorkflowEngine With(DockerOptions? options = null, Action<WorkflowEngineOptions>? configure = null) => new(o =>
    {
        o.Workers.Program = Path.Combine(AppContext.BaseDirectory, "Graflow.TestProgram.dll");
        o.Handlers.AddDocker("docker", options ?? Options);
        configure?.Invoke(o);
    });

    /// <summary>The task in a container.</summary>
    public static TaskNode<TIn, TOut> InDocker<TIn, TOut>(this TaskNode<TIn, TOut> task, string handler = "docker") => task.With(o => o.Handler = handler);

    /// <summary>Waits until a body has told that it began.</summary>
    /// <returns>The short id of its container.</returns>
    public static Task<string> BegunAsync<TOut>(Run<TOut> run) => FindBegunAsync(run.Events).OrHang();

    /// <summary>Waits until a container is removed.</summary>
    /// <param name="container">Its name, or its short id.</param>
    public static async Task GoneAsync(string container)
    {
        // Past events are told as well.
        string[] destroyed = ["events", "--since", "1h", "--filter", "event=destroy", "--filter", $"container={container}"];
        Assert.NotNull(await ContainerCli.Find(TestEngine.CommandLine, TimeProvider.System).FirstLineAsync(destroyed, CancellationToken.None).AsTask().OrHang());
    }

    private static async Task<string> FindBegunAsync(IAsyncEnumerable<RunEvent> events)
    {
        await foreach (var told in events)
        {
            if (told is TaskLogged { Line: var line } && line.StartsWith("begun ", StringComparison.Ordinal))
            {
                return line["begun ".Length..];
            }
        }

        throw new InvalidOperationException("The run ended before a body began.");
    }
}
