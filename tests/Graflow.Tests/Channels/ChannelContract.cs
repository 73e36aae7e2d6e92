using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Channels;

/// <summary>What every channel does, wherever its values live. Derive, and give a new, empty channel whose time is <see cref="Clock"/>.</summary>
public abstract partial class ChannelContract
{
    private static readonly TimeSpan Ttl = TimeSpan.FromSeconds(10);

    internal ManualTimeProvider Clock { get; } = new();

    protected abstract IChannel Channel { get; }

    [Fact]
    public async Task What_was_set_is_read()
    {
        await Channel.SetAsync("name", "Ada");
        Assert.Equal("Ada", await Channel.GetAsync("name", "nobody"));
        Assert.Equal("Ada", await Channel.GetAsync<string>("name"));
        Assert.Equal(new ChannelValue<string>(true, "Ada"), await Channel.TryGetAsync<string>("name"));
    }

    [Fact]
    public async Task An_absent_key_gives_the_default()
    {
        Assert.Equal(7, await Channel.GetAsync("absent", 7));
        Assert.Equal(0, await Channel.GetAsync<int>("absent", default));
        Assert.False((await Channel.TryGetAsync<int>("absent")).TryGet(out _));
    }

    [Fact]
    public async Task An_absent_key_without_a_default_is_an_error_that_names_it()
    {
        var error = await Assert.ThrowsAsync<ChannelKeyNotFoundException>(async () => await Channel.GetAsync<int>("absent"));
        Assert.Equal("absent", error.Key);
        Assert.Contains("'absent'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_is_a_value()
    {
        await Channel.SetAsync<string?>("key", null);
        Assert.True(await Channel.ExistsAsync("key"));
        Assert.Null(await Channel.GetAsync<string?>("key", "default"));
        Assert.Null(await Channel.GetAsync<Uri?>("key"));
        Assert.Null(await Channel.GetAsync<int?>("key"));
    }

    [Fact]
    public async Task Setting_again_replaces_value_and_type()
    {
        await Channel.SetAsync("key", 1);
        await Channel.SetAsync("key", "two");
        Assert.Equal("two", await Channel.GetAsync<string>("key"));
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        await Channel.SetAsync("key", 1);
        Assert.False(await Channel.ExistsAsync("KEY"));
    }

    [Fact]
    public async Task Deletes_stay_deleted()
    {
        await Channel.SetAsync("key", 1);
        Assert.True(await Channel.DeleteAsync("key"));
        Assert.False(await Channel.DeleteAsync("key"));
        Assert.False(await Channel.ExistsAsync("key"));
        Assert.Empty(await Channel.KeysAsync());
        Assert.Equal(5, await Channel.GetAsync("key", 5));
    }

    [Fact]
    public async Task Keys_lists_what_exists_and_clear_removes_all()
    {
        await Channel.SetAsync("a", 1);
        await Channel.AppendAsync("b", 2);
        Assert.Equal(["a", "b"], (await Channel.KeysAsync()).Order(StringComparer.Ordinal));
        await Channel.ClearAsync();
        Assert.Empty(await Channel.KeysAsync());
        Assert.False(await Channel.ExistsAsync("a"));
    }

    [Fact]
    public async Task Another_type_than_the_key_holds_is_an_error_that_says_both()
    {
        await Channel.SetAsync("key", "text");
        var error = await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.GetAsync("key", 1));
        Assert.Equal(("key", "System.String", "System.Int32"), (error.Key, error.Found, error.Expected));
        Assert.Contains("'key' holds System.String, not System.Int32", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.TryGetAsync<int>("key"));
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.UpdateAsync<int>("key", n => n + 1));
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.IncrementAsync("key"));
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.AppendAsync("key", "more"));
        Assert.Equal("text", await Channel.GetAsync<string>("key"));
    }

    [Fact]
    public async Task Null_is_no_number()
    {
        await Channel.SetAsync<string?>("key", null);
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.GetAsync<int>("key"));
    }

    [Fact]
    public async Task A_list_takes_elements_of_one_type()
    {
        await Channel.AppendAsync("key", 1);
        var error = await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.AppendAsync("key", "two"));
        Assert.Equal("System.Collections.Generic.List`1[System.Int32]", error.Found);
        Assert.Equal([1], await Channel.GetAsync<List<int>>("key"));
    }

    [Fact]
    public async Task Counters_are_read_as_int_where_they_fit()
    {
        await Channel.IncrementAsync("key", int.MaxValue);
        Assert.Equal(int.MaxValue, await Channel.GetAsync<int>("key"));
        await Channel.IncrementAsync("key");
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await Channel.GetAsync<int>("key"));
        Assert.Equal(int.MaxValue + 1L, await Channel.GetAsync<long>("key"));
    }

    [Fact]
    public async Task A_counter_may_start_as_an_int()
    {
        await Channel.SetAsync("key", 40);
        Assert.Equal(42, await Channel.IncrementAsync("key", 2));
        Assert.Equal(42L, await Channel.GetAsync<long>("key"));
    }

    [Fact]
    public async Task A_counter_that_overflows_stays_what_it_was()
    {
        await Channel.SetAsync("key", long.MaxValue);
        await Assert.ThrowsAsync<OverflowException>(async () => await Channel.IncrementAsync("key"));
        Assert.Equal(long.MaxValue, await Channel.GetAsync<long>("key"));
    }

    [Fact]
    public async Task Update_starts_from_the_default_and_returns_the_new_value()
    {
        Assert.Equal(1, await Channel.UpdateAsync<int>("key", n => n + 1));
        Assert.Equal(2, await Channel.UpdateAsync<int>("key", n => n + 1));
        Assert.Equal(2, await Channel.GetAsync<int>("key"));
    }

    [Fact]
    public async Task An_update_that_throws_changes_nothing()
    {
        await Channel.SetAsync("key", 1);
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(
            async () => await Channel.UpdateAsync<int>("key", _ => throw new TimeZoneNotFoundException()));
        Assert.Equal(1, await Channel.GetAsync<int>("key"));
        Assert.Equal(2, await Channel.UpdateAsync<int>("key", n => n + 1));
    }

    [Fact]
    public async Task An_update_that_somebody_overtakes_runs_again_on_the_new_value()
    {
        await Channel.SetAsync("key", 1);
        List<int> seen = [];
        var result = await Channel.UpdateAsync<int>("key", n =>
        {
            seen.Add(n);
            if (seen.Count == 1)
            {
                _ = Channel.SetAsync("key", 10).AsTask();
            }

            return n + 1;
        });
        Assert.Equal(11, result);
        Assert.Equal([1, 10], seen);
    }

    [Fact]
    public async Task A_readers_list_is_its_own()
    {
        await Channel.AppendAsync("key", 1);
        var copy = await Channel.GetAsync<List<int>>("key");
        await Channel.AppendAsync("key", 2);
        Assert.Equal([1], copy);
        copy.Add(99);
        Assert.Equal([1, 2], await Channel.GetAsync<List<int>>("key"));
    }

    [Fact]
    public async Task An_append_leaves_the_list_that_was_set_alone()
    {
        List<int> mine = [1];
        await Channel.SetAsync("key", mine);
        Assert.Equal(2, await Channel.AppendAsync("key", 2));
        Assert.Equal([1], mine);
        Assert.Equal([1, 2], await Channel.GetAsync<List<int>>("key"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Every_call_refuses_a_key_that_is_none(string? key)
    {
        await Refuses(c => c.SetAsync(key!, 1).AsTask());
        await Refuses(c => c.GetAsync(key!, 1).AsTask());
        await Refuses(c => c.GetAsync<int>(key!).AsTask());
        await Refuses(c => c.TryGetAsync<int>(key!).AsTask());
        await Refuses(c => c.DeleteAsync(key!).AsTask());
        await Refuses(c => c.ExistsAsync(key!).AsTask());
        await Refuses(c => c.UpdateAsync<int>(key!, n => n).AsTask());
        await Refuses(c => c.IncrementAsync(key!).AsTask());
        await Refuses(c => c.AppendAsync(key!, 1).AsTask());
        await Refuses(c => c.TryAddAsync(key!, 1).AsTask());
        await Refuses(c => Task.FromResult(c.WatchAsync<int>(key!)));

        Task Refuses(Func<IChannel, Task> call) => Assert.ThrowsAnyAsync<ArgumentException>(() => call(Channel));
    }

    [Fact]
    public async Task Every_call_honours_a_token_that_has_fired()
    {
        CancellationToken fired = new(canceled: true);
        await Honours(c => c.SetAsync("key", 1, null, fired).AsTask());
        await Honours(c => c.GetAsync("key", 1, fired).AsTask());
        await Honours(c => c.TryGetAsync<int>("key", fired).AsTask());
        await Honours(c => c.DeleteAsync("key", fired).AsTask());
        await Honours(c => c.ExistsAsync("key", fired).AsTask());
        await Honours(c => c.KeysAsync(fired).AsTask());
        await Honours(c => c.ClearAsync(fired).AsTask());
        await Honours(c => c.UpdateAsync<int>("key", n => n, fired).AsTask());
        await Honours(c => c.IncrementAsync("key", 1, fired).AsTask());
        await Honours(c => c.AppendAsync("key", 1, fired).AsTask());
        await Honours(c => c.TryAddAsync("key", 1, null, fired).AsTask());
        Assert.Empty(await Channel.KeysAsync());

        Task Honours(Func<IChannel, Task> call) => Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(Channel));
    }

    [Fact]
    public async Task Typed_keys_reach_the_same_values()
    {
        ChannelKey<int> total = new("total");
        ChannelKey<long> count = new("count");
        ChannelKey<List<string>> names = new("names");
        await Channel.SetAsync(total, 1);
        Assert.Equal(3, await Channel.IncrementAsync(total, 2));
        Assert.Equal(3, await Channel.GetAsync(total));
        Assert.Equal(4, await Channel.UpdateAsync(total, n => n + 1));
        Assert.Equal(4, await Channel.GetAsync<int>("total"));
        Assert.Equal(1, await Channel.IncrementAsync(count));
        Assert.Equal(1, await Channel.AppendAsync(names, "Ada"));
        Assert.Equal(["Ada"], (await Channel.TryGetAsync(names)).Value);
        Assert.False(await Channel.TryAddAsync(total, 9));
        Assert.True(await Channel.DeleteAsync(total));
        Assert.False(await Channel.ExistsAsync(total));
        Assert.Equal(5, await Channel.GetAsync(total, 5));
        Assert.ThrowsAny<ArgumentException>(() => new ChannelKey<int>(""));
    }
}
