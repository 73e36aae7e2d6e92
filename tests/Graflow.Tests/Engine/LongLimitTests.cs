using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>Limits that are longer than a system timer can wait for.</summary>
public sealed class LongLimitTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly DeafBody _deaf = new();
    private readonly WorkflowEngine _engine;

    public LongLimitTests() => _engine = new(o => o.TimeProvider = _clock);

    public static TheoryData<string> Limits => ["deadline", "timeout", "within"];

    public void Dispose() => _deaf.Dispose();

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task It_fires_in_its_time_and_not_before(string limit)
    {
        await using var run = await StartAsync(limit, 100 * Day, _deaf.Task("deaf", isAsync: true));
        await _deaf.Started;
        for (var day = 1; day < 100; day++)
        {
            _clock.Advance(Day);
        }

        Assert.Equal(RunStatus.Running, run.Status);
        _clock.Advance(Day);
        await Assert.ThrowsAnyAsync<GraflowException>(() => run.Completion.OrHang());
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task The_longest_time_there_is_is_no_limit(string limit)
    {
        await using var run = await StartAsync(limit, TimeSpan.MaxValue, Flow.Task("next", (int x) => x + 1));
        Assert.Equal(2, await run.Completion.OrHang());
    }

    private Task<Run<int>> StartAsync(string limit, TimeSpan time, TaskNode<int, int> node) => limit switch
    {
        "deadline" => _engine.StartAsync(node, 1, new RunOptions { Deadline = time }),
        "timeout" => _engine.StartAsync(node.With(o => o.Timeout = time), 1),
        _ => _engine.StartAsync(node.Within(time), 1),
    };
}
