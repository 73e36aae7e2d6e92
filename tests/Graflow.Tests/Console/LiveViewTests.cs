using Graflow.Live;
using Graflow.Tests.Support;
using Spectre.Console;
using Xunit;

namespace Graflow.Tests.ConsoleViews;

public sealed class LiveViewTests : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    private readonly ManualTimeProvider _clock = new();
    private readonly ScreenWriter _screen = new();
    private (int Width, int Height) _size = (80, 24);

    [Fact]
    public async Task A_run_is_a_tree_that_grows_in_place_and_stays_when_it_ends()
    {
        using var view = View();
        var events = await Events();
        Play(view, events, untilTask: "Check", typeof(TaskStarted));
        _clock.Advance(Frame);
        Assert.Equal(
        [
            "⠙ Fetch >> eu/Check >> Publish  ━━━━━━━━──────── 1/3  3.1 s",
            "├─ ✓ Fetch        2.0 s",
            "├─ eu",
            "│  └─ ⠙ Check     1.1 s  ━━━━━━━━──────── 50 % half",
            "└─ · Publish",
        ], _screen.Rows);
        Play(view, events);
        Assert.Equal(
        [
            "✗ Fetch >> eu/Check >> Publish  ━━━━━━━━━━━━━━━━ 3/3  3.0 s",
            "├─ ✓ Fetch        2.0 s",
            "├─ eu",
            "│  └─ ✗ Check     1.0 s  too much",
            "└─ ↷ Publish",
            "✗ failed after 3.0 s, 1 task done, 1 failed: eu/Check failed: too much  r1",
        ], _screen.Rows);
    }

    [Fact]
    public async Task Text_of_others_scrolls_by_above_in_whole_lines()
    {
        using var view = View();
        using var user = new PassingWriter(TextWriter.Null, view.Pass);
        var events = await Events();
        user.Write("before ");
        Play(view, events, untilTask: "Fetch", typeof(TaskStarted));
        _clock.Advance(Frame);
        user.Write("hel");
        _clock.Advance(Frame);
        Assert.Equal("before", _screen.Rows[0]);
        Assert.DoesNotContain("hel", _screen.Rows);
        user.WriteLine("lo");
        user.WriteLine($"{1} more");
        _clock.Advance(Frame);
        Assert.Equal(["before", "hello", "1 more"], _screen.Rows.Take(3));
        Assert.Equal(8, _screen.Rows.Count);
        Play(view, events);
        user.WriteLine("after");
        Assert.Equal("after", _screen.Rows[^1]);
    }

    [Fact]
    public async Task A_narrow_terminal_cuts_lines_and_never_breaks_them()
    {
        _size = (24, 24);
        using var view = View();
        Play(view, await Events());
        Assert.Equal(6, _screen.Rows.Count);
        Assert.All(_screen.Rows, row => Assert.InRange(row.Length, 1, 23));
        Assert.Equal("├─ ✓ Fetch       2.0 s", _screen.Rows[1]);
        Assert.Equal("✗ failed after 3.0 s, …", _screen.Rows[^1]);
    }

    [Fact]
    public async Task A_terminal_that_became_narrower_keeps_nothing_of_the_wider_lines()
    {
        using var view = View();
        var events = await Events();
        Play(view, events, untilTask: "Check", typeof(TaskStarted));
        _clock.Advance(Frame);
        var rowsBefore = _screen.Rows.Count;
        _size = (40, 24);
        _screen.Narrow(40);
        Assert.True(_screen.Rows.Count > rowsBefore);
        _clock.Advance(Frame);
        Assert.Equal(rowsBefore, _screen.Rows.Count);
    }

    [Fact]
    public async Task What_does_not_fit_is_counted_below_what_fails_and_runs()
    {
        _size = (80, 6);
        using var view = View();
        var tasks = Enumerable.Range(0, 50).Select(i => Flow.Task($"t{i}", (int x) => i == 20 ? throw new IOException("broken") : x));
        Play(view, await Recorded.EventsOf(Flow.Parallel(tasks), 1, _clock), untilTask: "t30", typeof(TaskStarted));
        _clock.Advance(Frame);
        Assert.Equal(5, _screen.Rows.Count);
        Assert.Contains("✗ t20", _screen.Rows[1], StringComparison.Ordinal);
        Assert.Contains("t30", _screen.Rows[2], StringComparison.Ordinal);
        Assert.Equal("└─ … 18 to come, 29 succeeded", _screen.Rows[^1]);
    }

    [Fact]
    public async Task Ten_thousand_elements_take_one_row_and_no_drawing_each()
    {
        using var view = View();
        var map = Flow.Task("Range", (int n) => Enumerable.Range(0, n).ToArray()) >> Flow.Task("Score", (int x) => x).ForEach();
        Play(view, await Recorded.EventsOf(map, 10_000, _clock));
        Assert.Equal(4, _screen.Rows.Count);
        Assert.Contains("10,000 done", _screen.Rows[2], StringComparison.Ordinal);
        Assert.InRange(_screen.Writes, 1, 3);
    }

    [Fact]
    public async Task A_map_under_way_has_a_bar_of_its_elements()
    {
        using var view = View();
        var map = Flow.Task("Range", (int n) => Enumerable.Range(0, n).ToArray()) >> Flow.Task("Score", (int x) => x).ForEach();
        Play(view, await Recorded.EventsOf(map, 2_000, _clock), untilTask: "Score[1500]", typeof(TaskStarted));
        _clock.Advance(Frame);
        Assert.Equal("└─ ⠙ Score    100 ms  ━━━━━━━━━━━━──── 75 % 1,500 of 2,000 done 1 running", _screen.Rows[^1]);
    }

    [Fact]
    public async Task Runs_share_the_screen_and_many_short_ones_are_counted()
    {
        using var view = View();
        var events = await Recorded.EventsOf(Flow.Task("Quick", (int x) => x), 1, _clock);
        for (var i = 0; i < 100; i++)
        {
            Play(view, events);
        }

        view.Dispose();
        Assert.Equal("✓ 92 more runs succeeded", _screen.Rows[^1]);
        Assert.Equal(8 * 3 + 1, _screen.Rows.Count);
    }

    [Fact]
    public async Task Without_colours_and_unicode_the_tree_is_plain_ascii()
    {
        using var view = new LiveView(new Terminal(_screen, ColorSystem.NoColors, HasUnicode: false, () => _size), _clock);
        Play(view, await Events());
        Assert.False(_screen.HasColors);
        Assert.All(_screen.Rows, row => Assert.All(row, letter => Assert.True(char.IsAscii(letter), row)));
    }

    public void Dispose() => _screen.Dispose();

    private LiveView View() => new(new Terminal(_screen, ColorSystem.Standard, HasUnicode: true, () => _size), _clock);

    /// <summary>The first task takes two seconds, the second one, half of which it tells; then it fails.</summary>
    private async Task<List<RunEvent>> Events()
    {
        var fetch = Flow.Task("Fetch", (int x) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            return x;
        });
        var check = Flow.Task("Check", int (int x, TaskContext context) =>
        {
            context.ReportProgress(0.5, "half");
            _clock.Advance(TimeSpan.FromSeconds(1));
            throw new InvalidDataException("too much");
        });
        return await Recorded.EventsOf(fetch >> check.As("eu") >> Flow.Task("Publish", (int x) => x), 1, _clock);
    }

    /// <summary>Shows the events up to one of a task and those at the same moment, or all that are left.</summary>
    private static void Play(LiveView view, List<RunEvent> events, string? untilTask = null, Type? until = null)
    {
        var end = untilTask is null ? events.Count - 1 : events.FindLastIndex(e => e is TaskEvent task && (e.GetType() == until || e is TaskProgressed) && task.TaskId.EndsWith(untilTask, StringComparison.Ordinal));
        events[..(end + 1)].ForEach(view.Show);
        if (untilTask is not null)
        {
            events.RemoveRange(0, end + 1);
        }
    }
}
