using Graflow.Fleets;
using Xunit;

namespace Graflow.Tests.CommandLine;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("90s", 90)]
    [InlineData("0s", 0)]
    [InlineData("2.5s", 2.5)]
    [InlineData("10m", 600)]
    [InlineData("2h", 7_200)]
    [InlineData("1d", 86_400)]
    [InlineData("00:10:00", 600)]
    [InlineData("23:59:59", 86_399)]
    public void What_has_one_meaning_is_taken(string text, double seconds)
    {
        Assert.True(DurationText.TryRead(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("30")]
    [InlineData("10:00")]
    [InlineData("1:02:03")]
    [InlineData("24:00:00")]
    [InlineData("00:10:00.5")]
    [InlineData("-00:10:00")]
    [InlineData("-1s")]
    [InlineData("1 s")]
    [InlineData("s")]
    [InlineData("1e3s")]
    [InlineData("10M")]
    [InlineData("1w")]
    [InlineData("99999999999d")]
    [InlineData("99999999999999999999999999999999999999999999s")]
    [InlineData("soon")]
    public void What_could_mean_several_things_or_nothing_is_refused(string text) => Assert.False(DurationText.TryRead(text, out _));
}
