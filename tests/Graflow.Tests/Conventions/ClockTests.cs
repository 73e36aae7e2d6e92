using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.Conventions;

/// <summary>Time and chance are injected: a run under a hand-set clock must see no other.</summary>
public sealed partial class ClockTests
{
    // The default of the injected source of chance.
    private const string Chance = "src/Graflow/Engine/Runs/Chance.cs";

    [Fact]
    public void Libraries_read_no_clock_and_roll_no_dice_but_the_injected_ones() =>
        Assert.Empty(Repository.Sources("src").Where(file => file.Path != Chance).SelectMany(file => file.CodeMatching(Ambient())));

    [Fact]
    public void Libraries_wait_by_the_injected_clock() =>
        Assert.Empty(Repository.Sources("src").SelectMany(file => file.CodeMatching(UnclockedWait())));

    [Fact]
    public void Tests_do_not_sleep() =>
        Assert.Empty(Repository.Sources("tests").SelectMany(file => file.CodeMatching(Sleep())));

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?(Now|Today)|Stopwatch\b|Random\.Shared|new Random\(|Environment\.TickCount|Thread\.Sleep|new (System\.Threading\.)?Timer\()")]
    private static partial Regex Ambient();

    [GeneratedRegex(@"\b(Task\.Delay\(|new PeriodicTimer\(|new CancellationTokenSource\((?!\)|TimeSpan\.Zero\)))(?!.*(?i:time_?provider|clock|\b_?time\b))")]
    private static partial Regex UnclockedWait();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\((?!Timeout\.Infinite|Timeout\.InfiniteTimeSpan|-1)(?!.*(?i:time_?provider|clock|\b_?time\b))")]
    private static partial Regex Sleep();
}
