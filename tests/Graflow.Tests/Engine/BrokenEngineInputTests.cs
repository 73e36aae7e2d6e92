using System.Collections;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>Code of the user that runs outside of bodies fails the run, and neither hangs it nor ends the process.</summary>
public sealed class BrokenEngineInputTests
{
    private static readonly TaskNode<int, int> Fails = Flow.Task("fails", async (int x) =>
    {
        await Task.Yield();
        return x > 0 ? throw new InvalidOperationException("failed") : x;
    });

    [Theory]
    [MemberData(nameof(Executions.All), MemberType = typeof(Executions))]
    public async Task A_list_that_throws_fails_its_run(string execution)
    {
        await using var engine = new WorkflowEngine();
        var flow = Flow.Task("list", async (int length) =>
        {
            await Task.Yield();
            return (IReadOnlyList<int>)new BrokenList(length);
        }) >> Flow.Task("next", (int x) => x + 1).ForEach();
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 3, Executions.On(execution)).OrHang());
        Assert.Equal("next.ForEach", error.TaskId);
        Assert.Equal("no element", error.InnerException!.Message);
    }

    [Fact]
    public async Task Jitter_that_throws_fails_its_run()
    {
        await using var engine = new WorkflowEngine(o => o.Jitter = () => throw new InvalidOperationException("no jitter"));
        var flow = Fails.With(o => o.Retry = new RetryOptions { MaxAttempts = 2, Delay = TimeSpan.FromSeconds(1), Jitter = true });
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 1).OrHang());
        Assert.Equal("no jitter", error.InnerException!.Message);
    }

    [Theory]
    [MemberData(nameof(Executions.All), MemberType = typeof(Executions))]
    public async Task A_logger_that_throws_changes_nothing(string execution)
    {
        using var loggers = new BrokenLoggers();
        await using var engine = new WorkflowEngine(o => o.LoggerFactory = loggers);
        var flow = Fails.With(o => o.Retry = new RetryOptions { MaxAttempts = 2 });
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 1, Executions.On(execution)).OrHang());
        Assert.Equal(2, error.Attempts);
        Assert.Equal("failed", error.InnerException!.Message);
    }

    private sealed class BrokenList(int count) : IReadOnlyList<int>
    {
        public int Count => count;

        public int this[int index] => throw new InvalidOperationException("no element");

        public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("elements");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class BrokenLoggers : ILoggerFactory, ILogger
    {
        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("disk full");

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("disk full");
    }
}
