using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>Exceptions whose own text throws, or is null, are failures like all others.</summary>
public sealed class UnreadableExceptionTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly WorkflowEngine _engine = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public static TheoryData<bool, bool> Cases => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_ends_the_run_with_the_failed_task(bool isAsync, bool throws)
    {
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => _engine.RunAsync(Failing(isAsync, throws), 1).OrHang());
        Assert.Equal("broken", error.TaskId);
        Assert.IsType<UnreadableException>(error.InnerException);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_tolerated_like_any_other(bool isAsync, bool throws)
    {
        var outcome = await _engine.RunAsync(Failing(isAsync, throws).Try(), 1).OrHang();
        Assert.NotNull(outcome.Failure!.Message);
        Assert.NotEmpty(outcome.Failure.ToString());
        Assert.NotNull(outcome.Failure.StackText);
    }

    private static TaskNode<int, int> Failing(bool isAsync, bool throws) => isAsync
        ? Flow.Task("broken", async (int x) =>
        {
            await Task.Yield();
            return x > 0 ? throw new UnreadableException(throws) : x;
        })
        : Flow.Task("broken", (int x) => x > 0 ? throw new UnreadableException(throws) : x);

    private sealed class UnreadableException(bool throws) : Exception
    {
        public override string Message => throws ? throw new InvalidOperationException("No text.") : null!;
    }
}
