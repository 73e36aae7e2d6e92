using Xunit;

namespace Graflow.Tests.Channels;

public abstract partial class ChannelContract
{
    [Fact]
    public async Task Four_parallel_increments_give_four()
    {
        var sums = await InParallel(4, _ => Channel.IncrementAsync("key").AsTask());
        Assert.Equal([1, 2, 3, 4], sums.Order());
        Assert.Equal(4, await Channel.GetAsync<int>("key"));
    }

    [Fact]
    public async Task Four_parallel_appends_give_four_elements()
    {
        var counts = await InParallel(4, i => Channel.AppendAsync("key", i).AsTask());
        Assert.Equal([1, 2, 3, 4], counts.Order());
        Assert.Equal([0, 1, 2, 3], (await Channel.GetAsync<List<int>>("key")).Order());
    }

    [Fact]
    public async Task Eight_threads_of_a_thousand_updates_lose_none()
    {
        await InParallel(8, async _ =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await Channel.UpdateAsync<int>("key", n => n + 1);
            }

            return 0;
        });
        Assert.Equal(8000, await Channel.GetAsync<int>("key"));
    }

    [Fact]
    public async Task Eight_threads_of_a_thousand_appends_lose_none_and_disturb_no_reader()
    {
        await InParallel(8, async _ =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var count = await Channel.AppendAsync("key", i);
                if (i % 100 == 0)
                {
                    Assert.True((await Channel.GetAsync<List<int>>("key")).Count >= count);
                }
            }

            return 0;
        });
        Assert.Equal(8000, (await Channel.GetAsync<List<int>>("key")).Count);
    }

    [Fact]
    public async Task Of_parallel_adds_one_wins()
    {
        for (var round = 0; round < 100; round++)
        {
            var key = $"key{round}";
            var won = await InParallel(4, i => Channel.TryAddAsync(key, i).AsTask());
            var winner = Assert.Single(Enumerable.Range(0, 4), i => won[i]);
            Assert.Equal(winner, await Channel.GetAsync<int>(key));
        }
    }

    private static Task<T[]> InParallel<T>(int threads, Func<int, Task<T>> body)
    {
        Barrier together = new(threads);
        return Task.WhenAll(Enumerable.Range(0, threads).Select(i => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return body(i);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
