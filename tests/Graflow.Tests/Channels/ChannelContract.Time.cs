using Xunit;

namespace Graflow.Tests.Channels;

public abstract partial class ChannelContract
{
    [Fact]
    public async Task A_key_exists_until_its_time_is_over_and_not_at_that_moment()
    {
        await Channel.SetAsync("key", 1, Ttl);
        Clock.Advance(Ttl - TimeSpan.FromTicks(1));
        Assert.Equal(1, await Channel.GetAsync<int>("key"));
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(await Channel.ExistsAsync("key"));
        Assert.Empty(await Channel.KeysAsync());
        Assert.Equal(5, await Channel.GetAsync("key", 5));
        Assert.False(await Channel.DeleteAsync("key"));
    }

    [Fact]
    public async Task Setting_again_starts_another_life()
    {
        await Channel.SetAsync("longer", 1, Ttl);
        await Channel.SetAsync("endless", 1, Ttl);
        Clock.Advance(Ttl / 2);
        await Channel.SetAsync("longer", 2, Ttl);
        await Channel.SetAsync("endless", 2);
        Clock.Advance(Ttl / 2);
        Assert.True(await Channel.ExistsAsync("longer"));
        Clock.Advance(Ttl / 2);
        Assert.Equal(["endless"], await Channel.KeysAsync());
    }

    [Fact]
    public async Task Changing_a_value_in_place_keeps_its_time()
    {
        await Channel.SetAsync("count", 1, Ttl);
        await Channel.SetAsync("list", new List<int>(), Ttl);
        await Channel.SetAsync("value", 1, Ttl);
        Clock.Advance(Ttl / 2);
        await Channel.IncrementAsync("count");
        await Channel.AppendAsync("list", 1);
        await Channel.AppendAsync("list", 2);
        await Channel.UpdateAsync<int>("value", n => n + 1);
        Assert.Equal(3, (await Channel.KeysAsync()).Count);
        Clock.Advance(Ttl / 2);
        Assert.Empty(await Channel.KeysAsync());
    }

    [Fact]
    public async Task An_expired_counter_starts_again()
    {
        await Channel.SetAsync("count", 41, Ttl);
        Clock.Advance(Ttl);
        Assert.Equal(1, await Channel.IncrementAsync("count"));
        Clock.Advance(Ttl * 5);
        Assert.Equal(1, await Channel.GetAsync<int>("count"));
    }

    [Fact]
    public async Task An_expired_key_may_be_added()
    {
        Assert.True(await Channel.TryAddAsync("lock", "first", Ttl));
        Assert.False(await Channel.TryAddAsync("lock", "second", Ttl));
        Clock.Advance(Ttl);
        Assert.True(await Channel.TryAddAsync("lock", "third", Ttl));
        Assert.Equal("third", await Channel.GetAsync<string>("lock"));
    }

    [Fact]
    public async Task A_life_longer_than_any_clock_is_endless()
    {
        Clock.Advance(Ttl);
        await Channel.SetAsync("key", 1, TimeSpan.MaxValue);
        await Channel.SetAsync("almost", 1, TimeSpan.MaxValue - Ttl - TimeSpan.FromTicks(1));
        Clock.Advance(TimeSpan.FromDays(10_000));
        Assert.True(await Channel.ExistsAsync("key"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_life_must_be_longer_than_nothing(int seconds)
    {
        var ttl = TimeSpan.FromSeconds(seconds);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Channel.SetAsync("key", 1, ttl));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Channel.TryAddAsync("key", 1, ttl));
        Assert.False(await Channel.ExistsAsync("key"));
    }
}
