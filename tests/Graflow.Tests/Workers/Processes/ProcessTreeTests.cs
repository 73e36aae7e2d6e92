using System.Diagnostics;
using Graflow.Tests.Workers.Running;
using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Workers.Processes;

public sealed class ProcessTreeTests
{
    [Fact]
    public void Descendants_are_those_that_a_process_started_and_what_they_started() =>
        Assert.Equal([2, 5, 3, 6, 4], ProcessTree.Descendants(1, [(1, 0), (3, 2), (2, 1), (4, 3), (5, 1), (6, 2), (7, 8), (8, 0)]));

    [Theory]
    [InlineData("42 (sh) S 7 42 42 0 -1", 7)]
    [InlineData("42 (a) R 9 (b)) S 7 42 42 0 -1", 7)]
    [InlineData("1 (init) S 0 1 1 0 -1", 0)]
    public void The_parent_comes_after_the_name_whatever_that_is(string stat, int expected) =>
        Assert.Equal(expected, ProcessTree.ParentIn(stat));

    [Fact]
    public async Task What_made_itself_a_session_is_killed_too()
    {
        var info = new ProcessStartInfo("/bin/sh", ["-c", "setsid sh -c 'sleep 1000 & echo $$ $!; wait' & wait"]) { RedirectStandardOutput = true };
        using var root = Process.Start(info)!;
        var begun = (await root.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)))!.Split(' ').Select(int.Parse).ToArray();

        ProcessTree.Kill(root);

        await root.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, begun.Length);
        await Children.GoneAsync(begun[0]);
        await Children.GoneAsync(begun[1]);
    }

    [Fact]
    public async Task A_process_that_has_ended_is_no_mistake()
    {
        using var root = Process.Start(new ProcessStartInfo("/bin/true"))!;
        await root.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        ProcessTree.Kill(root);

        Assert.Equal(0, root.ExitCode);
    }
}
