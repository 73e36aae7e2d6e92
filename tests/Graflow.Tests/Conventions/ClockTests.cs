using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.Conventions;

/// <summary>Time and chance are injected: a run under a hand-set clock must see no other.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void Libraries_read_no_clock_but_the_injected_one() =>
        Assert.Empty(Repository.Sources("src").SelectMany(file => file.CodeMatching(Ambient())));

    [Fact]
    public void Libraries_wait_by_the_injected_clock() =>
        Assert.Empty(Repository.Sources("src").SelectMany(file => file.CodeMatching(UnclockedWait())));

    [Fact]
    public void Tests_do_not_sleep() =>
        Assert.Empty(Repository.Sources("tests").SelectMany(file => file.CodeMatching(Sleep())));

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?(Now|Today)|Stopwatch\b|Random\.Shared|new Random\(|Environment\.TickCount|Thread\.Sleep|new (System\.Threading\.)?Timer\()")]
    private static partial Regex Ambient();

    [GeneratedRegex(@"\b(Task\.Delay\(|new PeriodicTimer\(|new CancellationTokenSource\((?=[^)\s]))(?!.*(?i:time_?provider|clock|\b_?time\b))")]
    private static partial Regex UnclockedWait();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\((?!Timeout\.Infinite|Timeout\.InfiniteTimeSpan|-1)(?!.*(?i:time_?provider|clock|\b_?time\b))")]
    private static partial Regex Sleep();
}
