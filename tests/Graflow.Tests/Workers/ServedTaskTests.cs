using System.Buffers;
using Graflow.Channels;
using Graflow.CompilerServices;
using Graflow.Dsl;
using Graflow.Tests.Support;
using Graflow.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Graflow.Tests.Workers;

/// <summary>One attempt in a worker, bytes in and bytes out.</summary>
public sealed class ServedTaskTests
{
    private static readonly AttemptHeader Header = new("run", "eu/Served.Task[3]#2", Attempt: 2, Iteration: 1, TraceParent: null);
    private static readonly TestNode<int, int> Side = new TestNode<int, int>("Served.Side", static n => n).Registered();

    private readonly MemoryChannel _channel = new(new ManualTimeProvider());
    private readonly TestPort _port;

    public ServedTaskTests()
    {
        _port = new TestPort(_channel);
    }

    [Fact]
    public async Task A_body_gets_its_input_and_its_output_comes_back()
    {
        var (next, requests) = await ServeAsync<int, string>((n, _) => $"got {n}", 5);
        Assert.Equal((NextKind.Done, "got 5"), (next.Kind, next.Value));
        Assert.Null(requests);
    }

    [Theory]
    [InlineData(TaskBody.Value)]
    [InlineData(TaskBody.ValueAsync)]
    [InlineData(TaskBody.Next)]
    [InlineData(TaskBody.NextAsync)]
    public async Task Every_shape_of_a_body_is_served(TaskBody body)
    {
        var reply = new ArrayBufferWriter<byte>();
        await new ShapedNode(body).Serve().RunAsync(new ServedWork(Header, _port, Services: null), Input(5), reply, CancellationToken.None);
        Assert.Equal($"{body} 5", AttemptReply.Read<int, string>(reply.WrittenSpan, CancellationToken.None).Next.Value);
    }

    [Fact]
    public async Task The_context_says_what_the_run_knows_of_the_attempt()
    {
        using var source = new CancellationTokenSource();
        var (next, _) = await ServeAsync<int, string>(
            (_, c) => $"{c.RunId} {c.TaskId} {c.Attempt} {c.Iteration} {c.IdempotencyKey} {c.CancellationToken == source.Token}", 0, token: source.Token);
        Assert.Equal("run eu/Served.Task[3]#2 2 1 run/eu/Served.Task[3]#2 True", next.Value);
    }

    [Fact]
    public async Task What_the_body_says_goes_to_its_run_at_once()
    {
        await ServeAsync<int, int>(
            (n, c) =>
            {
                c.ReportProgress(0.5, "half");
                c.Logger.Log(LogLevel.Warning, default, n, new InvalidOperationException("inside"), static (count, _) => $"careful with {count}");
                c.CancelRun("enough");
                return n;
            },
            5);
        Assert.Equal("0.5 half", _port.Said.ElementAt(0));
        Assert.StartsWith($"Warning: careful with 5{Environment.NewLine}System.InvalidOperationException: inside", _port.Said.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal("cancel: enough", _port.Said.ElementAt(2));
        var error = await Assert.ThrowsAsync<RemoteTaskException>(() => ServeAsync<int, int>((n, c) => Report(c, 1.5), 5));
        Assert.Contains("progress goes from 0 to 1", error.Message, StringComparison.Ordinal);

        static int Report(TaskContext context, double fraction)
        {
            context.ReportProgress(fraction);
            return 0;
        }
    }

    [Fact]
    public async Task What_the_body_asks_for_comes_back_with_its_success()
    {
        var (next, requests) = await ServeAsync<int, int>(
            (n, c) =>
            {
                c.NextTask(Side, 7);
                c.NextTask(Side >> Side.As("b"), 8);
                c.NextIteration(n + 1);
                c.OnSuccess(w => w.Set("key", "value", TimeSpan.FromSeconds(5)));
                c.OnSuccess(w =>
                {
                    w.Increment("count", 3);
                    w.Append("list", 1);
                    w.Append("list", 2);
                    w.TryAdd("key", "other");
                    w.Set("gone", 1);
                    w.Delete("gone");
                });
                return n;
            },
            5);
        Assert.Equal(5, next.Value);
        Assert.Equal([7, 8], requests!.SideTasks.Select(static target => target.InputAs<int>()));
        Assert.Equal(6, requests.NextInput!.Value);
        Assert.Empty(await _channel.KeysAsync());

        _channel.Commit(requests.Writes);
        Assert.Equal("value", await _channel.GetAsync<string>("key"));
        Assert.Equal(3, await _channel.GetAsync<int>("count"));
        Assert.Equal([1, 2], await _channel.GetAsync<List<int>>("list"));
        Assert.False(await _channel.ExistsAsync("gone"));
    }

    [Fact]
    public async Task A_recorded_write_expires_by_the_runs_clock()
    {
        var clock = new ManualTimeProvider();
        var channel = new MemoryChannel(clock);
        var (_, requests) = await ServeAsync<int, int>((n, c) => Record(c, n), 5);
        channel.Commit(requests!.Writes);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(await channel.KeysAsync());

        static int Record(TaskContext context, int n)
        {
            context.OnSuccess(static w => w.Set("key", 1, TimeSpan.FromSeconds(5)));
            return n;
        }
    }

    [Fact]
    public async Task Something_to_run_next_comes_back_as_such()
    {
        var (next, _) = await ServeAsync<int, int>((n, _) => new(Next.To(Side, n + 1)), 5);
        Assert.Equal(NextKind.To, next.Kind);
        Assert.Equal(6, next.Target!.InputAs<int>());
        Assert.Equal(NextKind.Nothing, (await ServeAsync<int, int>((_, _) => new(default(Next<int>)), 5)).Next.Kind);
    }

    [Fact]
    public async Task What_cannot_cross_fails_the_attempt_whatever_was_written_before()
    {
        var error = await Assert.ThrowsAsync<NotSerializableException>(() => ServeAsync<int, int>(
            (n, c) =>
            {
                c.NextTask(Side | Side.As("b"), 1);
                return n;
            },
            5));
        Assert.Equal("GRF204", error.Id);
        var other = await Assert.ThrowsAsync<NotSerializableException>(() => ServeAsync<int, Version[]>((_, _) => [], 5));
        Assert.Equal("GRF201", other.Id);
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_names_the_task()
    {
        var node = new TestNode<int, int>("Served.Task", static n => n);
        var reply = new ArrayBufferWriter<byte>();
        await node.Serve().RunAsync(new ServedWork(Header, _port, Services: null), new byte[2], reply, CancellationToken.None);
        var error = Assert.Throws<PayloadException>(() => AttemptReply.Read<int, int>(reply.WrittenSpan, CancellationToken.None));
        Assert.Equal("eu/Served.Task[3]#2", error.TaskId);
        Assert.Equal("eu/Served.Task[3]#2: int cannot be read at byte 0. 4 bytes are needed, 2 are left.", error.Message);
    }

    [Fact]
    public async Task A_cancel_is_one_only_if_the_attempts_token_fired()
    {
        var own = await Assert.ThrowsAsync<RemoteTaskException>(() => ServeAsync<int, int>(int (_, _) => throw new TaskCanceledException("timed out"), 5));
        Assert.Equal("System.Threading.Tasks.TaskCanceledException", own.RemoteType);
        using var source = new CancellationTokenSource();
        var cancel = await Assert.ThrowsAsync<OperationCanceledException>(() => ServeAwaitedAsync<int, int>(
            async (_, c) =>
            {
                await source.CancelAsync();
                c.CancellationToken.ThrowIfCancellationRequested();
                return 0;
            },
            5,
            token: source.Token));
        Assert.Equal(source.Token, cancel.CancellationToken);
        Assert.IsType<RemoteTaskException>(cancel.InnerException);
        await Assert.ThrowsAsync<RemoteTaskException>(() => ServeAsync<int, int>(int (_, _) => throw new InvalidOperationException(), 5, token: source.Token));
    }

    [Fact]
    public async Task Once_the_body_ended_nothing_that_it_left_has_an_effect()
    {
        TaskContext<int>? left = null;
        IChannel? channel = null;
        await ServeAsync<int, int>(
            (n, c) =>
            {
                (left, channel) = (c, c.Channel);
                return n;
            },
            5);
        Action[] effects =
        [
            () => left!.ReportProgress(0.5), () => left!.NextTask(Side, 1), () => left!.NextIteration(1), () => left!.OnSuccess(static w => w.Set("key", 1)), () => left!.CancelRun("late"),
            () => channel!.SetAsync("key", 1).AsTask().GetAwaiter().GetResult(), () => left!.Channel.SetAsync("key", 1).AsTask().GetAwaiter().GetResult(),
        ];
        Assert.All(effects, static effect => Assert.Equal("eu/Served.Task[3]#2, attempt 2", Assert.Throws<AttemptEndedException>(effect).Reason));
        Assert.Empty(_port.Said);
        Assert.Empty(await _channel.KeysAsync());
    }

    [Fact]
    public async Task Services_live_as_long_as_the_attempt()
    {
        await using var services = new ServiceCollection().AddScoped<Scoped>().BuildServiceProvider();
        var seen = new List<Scoped>();
        for (var i = 0; i < 2; i++)
        {
            await ServeAsync<int, int>(
                (n, c) =>
                {
                    seen.Add(c.Services.GetRequiredService<Scoped>());
                    Assert.Same(seen[^1], c.Services.GetRequiredService<Scoped>());
                    Assert.False(seen[^1].IsDisposed);
                    return n;
                },
                5,
                services);
        }

        Assert.NotSame(seen[0], seen[1]);
        Assert.All(seen, static scoped => Assert.True(scoped.IsDisposed));
        var error = await Assert.ThrowsAsync<RemoteTaskException>(() => ServeAsync<int, int>((_, c) => c.Services.GetHashCode(), 5));
        Assert.Contains("wants a service, but the engine has no service provider", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_cannot_be_disposed_of_is_logged_and_the_output_stands()
    {
        await using var services = new ServiceCollection().AddScoped<Undisposable>().BuildServiceProvider();
        var (next, _) = await ServeAsync<int, int>((n, c) => c.Services.GetRequiredService<Undisposable>().Answer(n), 5, services);
        Assert.Equal(5, next.Value);
        Assert.Contains("could not be disposed of", Assert.Single(_port.Said), StringComparison.Ordinal);
    }

    private static byte[] Input<T>(T value) => PayloadSerializer.Serialize(value);

    private Task<(Next<TOut> Next, AttemptRequests<TIn>? Requests)> ServeAsync<TIn, TOut>(
        Func<TIn, TaskContext<TIn>, TOut> body, TIn input, IServiceProvider? services = null, CancellationToken token = default) =>
        ServeAsync<TIn, TOut>((value, context) => new(new Next<TOut>(body(value, context))), input, services, token);

    private Task<(Next<TOut> Next, AttemptRequests<TIn>? Requests)> ServeAwaitedAsync<TIn, TOut>(
        Func<TIn, TaskContext<TIn>, Task<TOut>> body, TIn input, IServiceProvider? services = null, CancellationToken token = default) =>
        ServeAsync<TIn, TOut>(async (value, context) => new Next<TOut>(await body(value, context)), input, services, token);

    private async Task<(Next<TOut> Next, AttemptRequests<TIn>? Requests)> ServeAsync<TIn, TOut>(
        Func<TIn, TaskContext<TIn>, ValueTask<Next<TOut>>> body, TIn input, IServiceProvider? services = null, CancellationToken token = default)
    {
        var reply = new ArrayBufferWriter<byte>();
        await new TestNode<TIn, TOut>("Served.Task", body).Serve().RunAsync(new ServedWork(Header, _port, services), Input(input), reply, token);
        return AttemptReply.Read<TIn, TOut>(reply.WrittenSpan, token);
    }

    private sealed class ShapedNode(TaskBody body) : TaskNode<int, string>(new TaskDescriptor("Served.Shaped", body))
    {
        protected internal override string Invoke(int input, TaskContext context) => $"{TaskBody.Value} {input}";

        protected internal override async ValueTask<string> InvokeAsync(int input, TaskContext context)
        {
            await Task.Yield();
            return $"{TaskBody.ValueAsync} {input}";
        }

        protected internal override Next<string> InvokeNext(int input, TaskContext context) => $"{TaskBody.Next} {input}";

        protected internal override ValueTask<Next<string>> InvokeNextAsync(int input, TaskContext context) => new(Next.Done($"{TaskBody.NextAsync} {input}"));
    }

    private sealed class Scoped : IDisposable
    {
        internal bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Undisposable : IDisposable
    {
        internal int Answer(int n) => n;

        public void Dispose() => throw new InvalidOperationException("stuck");
    }
}
