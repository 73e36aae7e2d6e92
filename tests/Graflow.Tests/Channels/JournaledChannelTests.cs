using Graflow.Channels;
using Xunit;

namespace Graflow.Tests.Channels;

/// <summary>A channel whose changes are written down behaves as any other, and is what it was when they are made again.</summary>
public sealed class JournaledChannelTests : ChannelContract
{
    private readonly List<ReadOnlyMemory<byte>> _records = [];
    private readonly MemoryChannel _channel;
    private RunLogException? _failure;

    public JournaledChannelTests()
    {
        _channel = new MemoryChannel(Clock) { Journal = new ChannelJournal(Append, static _ => default) };
    }

    protected override IChannel Channel => _channel;

    [Fact]
    public async Task Each_change_is_one_small_record()
    {
        await _channel.SetAsync("text", new string('x', 100));
        await _channel.IncrementAsync("count", 5);
        for (var i = 0; i < 1_000; i++)
        {
            await _channel.AppendAsync("list", i);
        }

        await _channel.DeleteAsync("text");
        await _channel.ClearAsync();
        Assert.Equal(1_004, _records.Count);
        Assert.All(_records.Skip(1), static record => Assert.InRange(record.Length, 1, 80));
    }

    [Fact]
    public async Task What_changes_nothing_is_not_written()
    {
        await _channel.SetAsync("key", 1);
        await _channel.TryAddAsync("key", 2);
        await _channel.DeleteAsync("other");
        await _channel.GetAsync<int>("key");
        var writer = new ChannelWriter();
        writer.TryAdd("key", 3);
        writer.Delete("other");
        _channel.Commit(writer.Writes);
        Assert.Single(_records);
        await _channel.DeleteAsync("key");
        await _channel.ClearAsync();
        Assert.Equal(2, _records.Count);
    }

    [Fact]
    public async Task A_value_without_a_codec_changes_nothing()
    {
        await _channel.SetAsync("key", 1);
        var error = await Assert.ThrowsAsync<NotSerializableException>(async () => await _channel.SetAsync("key", this));
        Assert.Equal("GRF201", error.Id);
        await Assert.ThrowsAsync<NotSerializableException>(async () => await _channel.UpdateAsync<object>("key", _ => this));
        await Assert.ThrowsAsync<NotSerializableException>(async () => await _channel.TryAddAsync("new", this));
        await Assert.ThrowsAsync<NotSerializableException>(async () => await _channel.AppendAsync("list", this));
        var writer = new ChannelWriter();
        writer.Set("a", 1);
        writer.Set("b", this);
        Assert.Throws<NotSerializableException>(() => _channel.Commit(writer.Writes));
        Assert.Equal(1, await _channel.GetAsync<int>("key"));
        Assert.Equal(["key"], await _channel.KeysAsync());
        Assert.Single(_records);
    }

    [Fact]
    public async Task A_journal_that_fails_keeps_every_change_from_being_made()
    {
        await _channel.SetAsync("key", 1);
        await _channel.AppendAsync("list", 1);
        await _channel.SetAsync("late", 1, TimeSpan.FromSeconds(1));
        _failure = new RunLogException("The disk is full.");
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.SetAsync("key", 2));
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.UpdateAsync<int>("key", static n => n + 1));
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.IncrementAsync("key"));
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.AppendAsync("list", 2));
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.TryAddAsync("new", 2));
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.DeleteAsync("key"));
        await Assert.ThrowsAsync<RunLogException>(async () => await _channel.ClearAsync());
        var writer = new ChannelWriter();
        writer.Set("key", 2);
        Assert.Throws<RunLogException>(() => _channel.Commit(writer.Writes));
        Assert.Throws<RunLogException>(() => _channel.Commit(writer.Writes, _ => throw _failure));
        Assert.Equal(1, await _channel.GetAsync<int>("key"));
        Assert.Equal([1], await _channel.GetAsync<List<int>>("list"));

        Clock.Advance(TimeSpan.FromSeconds(2));
        _failure = null;
        Assert.False(await _channel.ExistsAsync("late"));
        Assert.Equal(2, await _channel.AppendAsync("list", 3));
        Assert.Equal(await StateOf(_channel), await StateOf(Restored()));
    }

    [Fact]
    public async Task Writes_that_belong_to_a_record_are_in_it_and_nowhere_else()
    {
        await _channel.SetAsync("kept", 1);
        var writer = new ChannelWriter();
        writer.Set("kept", 2, TimeSpan.FromSeconds(5));
        writer.Increment("kept", 40);
        writer.Append("list", "a");
        writer.TryAdd("list", "b");
        writer.TryAdd("new", "c");
        writer.Delete("new");
        byte[] own = [];
        _channel.Commit(writer.Writes, steps => own = steps.ToArray());
        Assert.Equal(["Set kept", "Increment kept", "Append list", "Set new", "Delete new"], ChannelStep.ReadAll(own).Select(static step => $"{step.Kind} {step.Key}"));
        Assert.Single(_records);
        _records.Add(own);
        Assert.Equal(await StateOf(_channel), await StateOf(Restored()));
    }

    [Fact]
    public async Task A_record_is_written_even_if_its_writes_do_nothing()
    {
        await _channel.SetAsync("key", 1);
        var writer = new ChannelWriter();
        writer.TryAdd("key", 2);
        var calls = 0;
        _channel.Commit(writer.Writes, steps => calls += steps.Length == 0 ? 1 : 100);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Keys_expire_at_the_time_they_were_given_however_long_nobody_was_there()
    {
        await _channel.SetAsync("short", 1, TimeSpan.FromMinutes(1));
        await _channel.SetAsync("long", 1, TimeSpan.FromHours(2));
        await _channel.SetAsync("always", 1, TimeSpan.MaxValue);
        await _channel.AppendAsync("long list", 1);
        var before = _records.ToArray();
        Clock.Advance(TimeSpan.FromHours(1));
        var restored = Restored(before);
        Assert.Equal(["always", "long", "long list"], (await restored.KeysAsync()).Order());
        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await restored.ExistsAsync("long"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await restored.ExistsAsync("long"));
    }

    [Fact]
    public async Task What_comes_after_an_expiry_comes_after_it_again()
    {
        await _channel.SetAsync("count", 100, TimeSpan.FromSeconds(1));
        Clock.Advance(TimeSpan.FromSeconds(2));
        await _channel.IncrementAsync("count", 5);
        Assert.Equal(5, await Restored().GetAsync<int>("count"));
    }

    [Fact]
    public async Task A_list_stored_as_an_interface_is_extended_after_a_restore_too()
    {
        await _channel.SetAsync<int[]>("array", [1]);
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await _channel.AppendAsync("array", 2));
        await _channel.SetAsync<List<int>?>("null", null);
        await _channel.AppendAsync("null", 1);
        await _channel.SetAsync<List<int>>("list", [1]);
        await _channel.AppendAsync("list", 2);
        var restored = Restored();
        Assert.Equal(3, await restored.AppendAsync("list", 3));
        Assert.Equal([1, 2, 3], await restored.GetAsync<List<int>>("list"));
        Assert.Equal([1], await restored.GetAsync<List<int>>("null"));
    }

    [Fact]
    public async Task A_call_is_over_when_its_change_is_safe()
    {
        var safe = new TaskCompletionSource();
        var channel = new MemoryChannel(Clock) { Journal = new ChannelJournal(Append, _ => new ValueTask(safe.Task)) };
        var calls = new Task[]
        {
            channel.SetAsync("a", 1).AsTask(), channel.IncrementAsync("a").AsTask(), channel.AppendAsync("b", 1).AsTask(), channel.TryAddAsync("c", 1).AsTask(),
            channel.UpdateAsync<int>("a", static n => n + 1).AsTask(), channel.DeleteAsync("c").AsTask(), channel.ClearAsync().AsTask(),
        };
        Assert.All(calls, static call => Assert.False(call.IsCompleted));
        Assert.True(channel.GetAsync("a", 1).AsTask().IsCompletedSuccessfully);
        safe.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(2L, await (Task<long>)calls[1]);
    }

    [Fact]
    public void What_a_newer_version_wrote_is_refused() =>
        Assert.Throws<PayloadException>(() => new MemoryChannel(Clock).Restore([new byte[] { 99, 1, 0, 0, 0 }]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_channel_is_what_it_was_after_any_changes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            await Change(random, $"k{random.Next(4)}");
            if (i % 10 == 0)
            {
                Assert.Equal(await StateOf(_channel), await StateOf(Restored()));
            }
        }
    }

    private async Task Change(Random random, string key)
    {
        TimeSpan? ttl = random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(1, 20)) : null;
        try
        {
            switch (random.Next(11))
            {
                case 0:
                    await _channel.SetAsync(key, random.Next(9), ttl);
                    break;
                case 1:
                    await _channel.SetAsync<string?>(key, random.Next(2) == 0 ? null : "text", ttl);
                    break;
                case 2:
                    await _channel.SetAsync<List<int>>(key, [.. Enumerable.Range(0, random.Next(3))], ttl);
                    break;
                case 3:
                    await _channel.IncrementAsync(key, random.Next(-3, 9));
                    break;
                case 4:
                    await _channel.AppendAsync(key, random.Next(9));
                    break;
                case 5:
                    await _channel.AppendAsync(key, "item");
                    break;
                case 6:
                    await _channel.TryAddAsync(key, 7L, ttl);
                    break;
                case 7:
                    await _channel.DeleteAsync(key);
                    break;
                case 8:
                    await _channel.UpdateAsync<int>(key, static n => n + 1);
                    break;
                case 9:
                    Clock.Advance(TimeSpan.FromSeconds(random.Next(5)));
                    break;
                default:
                    var writer = new ChannelWriter();
                    writer.TryAdd("k0", 1, ttl);
                    writer.Set("k1", 5);
                    writer.Increment("k1");
                    writer.Append("k2", 3);
                    _channel.Commit(writer.Writes);
                    break;
            }
        }
        catch (ChannelTypeException)
        {
            // Nothing was changed, which the comparison shows.
        }
    }

    private MemoryChannel Restored(IEnumerable<ReadOnlyMemory<byte>>? records = null)
    {
        var channel = new MemoryChannel(Clock);
        channel.Restore(records ?? _records);
        return channel;
    }

    private static async Task<string> StateOf(MemoryChannel channel)
    {
        var state = new List<string>();
        foreach (var key in (await channel.KeysAsync()).Order(StringComparer.Ordinal))
        {
            var value = await channel.GetAsync<ChannelPayload>(key);
            var payload = PayloadCell.Of(value.Cell);
            state.Add($"{key}: {payload.TypeText} {(payload.IsNull ? "null" : Convert.ToHexString(payload.Bytes.Span))} until {(value.Cell.ExpiresAt == Cell.Never ? "ever" : $"{channel.Left(value.Cell).TotalSeconds:0.###}")}");
        }

        return string.Join('\n', state);
    }

    private void Append(ReadOnlySpan<byte> steps, bool lazy)
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        _records.Add(steps.ToArray());
    }
}
