using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

public sealed class TimeZoneTests
{
    [Fact]
    public void Every_zone_of_the_system_comes_back() =>
        Assert.DoesNotContain(TimeZoneInfo.GetSystemTimeZones(), static zone => !zone.Equals(Again(zone)));

    [Fact]
    public void A_zone_of_ones_own_comes_back_with_its_rules()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Mars;1", TimeSpan.FromMinutes(39), "Mars", "Mars time");
        var read = Again(zone);
        Assert.Equal((zone, "Mars;1", TimeSpan.FromMinutes(39)), (read, read.Id, read.BaseUtcOffset));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/hostname;x")]
    [InlineData("no zone")]
    public void Text_that_is_no_zone_is_refused(string text) =>
        Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<TimeZoneInfo>(PayloadSerializer.Serialize(text)));

    private static TimeZoneInfo Again(TimeZoneInfo value) => PayloadSerializer.Deserialize<TimeZoneInfo>(PayloadSerializer.Serialize(value));
}
