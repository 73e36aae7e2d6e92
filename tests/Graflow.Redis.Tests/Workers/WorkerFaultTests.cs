using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class WorkerFaultTests(RedisServer server) : WorkerTests(server)
{
    [Fact]
    public async Task What_a_worker_held_that_is_cut_off_is_run_by_another_one()
    {
        Lease = TimeSpan.FromSeconds(2);
        TaskCompletionSource begun = new();
        TaskCompletionSource<string> never = new();
        var deliveries = 0;
        var name = WorkerFlows.Script(_ =>
        {
            begun.TrySetResult();
            return Interlocked.Increment(ref deliveries) == 1 ? never.Task : Task.FromResult("heir");
        });
        SilentProxy proxy = new(Server.Port);
        await Serving(options =>
        {
            options.Redis = proxy.Address;
            options.Drive = false;
        });
        var run = Driver().RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        await proxy.DisposeAsync();
        await Serving(static options => options.Drive = false);
        Assert.Equal("heir", await run.WaitAsync(Patience));
        Assert.Equal(2, deliveries);
    }

    [Fact]
    public async Task A_body_can_cancel_its_run()
    {
        var name = WorkerFlows.Script(static async context =>
        {
            context.CancelRun("seen enough");
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return "";
        });
        await Serving(static options => options.Drive = false);
        var exception = await Assert.ThrowsAsync<RunCancelledException>(() => Driver().RunAsync(WorkerFlows.OneBody, name).WaitAsync(Patience));
        Assert.Contains("seen enough", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_is_too_large_is_what_it_is_where_the_run_is_awaited()
    {
        var name = WorkerFlows.Script(static _ => Task.FromResult(new string('x', 300_000)));
        await using var client = await RedisGraflowClient.ConnectAsync(Server.Address, Configure);
        await Serving();
        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(() => Driver().RunAsync(WorkerFlows.OneBody, name).WaitAsync(Patience));
        Assert.Equal(256 * 1024, error.Limit);
        Assert.InRange(error.Size, 300_001, 300_100);
        var submitted = await client.SubmitAsync(WorkerFlows.OneBody, name);
        var told = await Assert.ThrowsAsync<PayloadTooLargeException>(() => submitted.WaitAsync().WaitAsync(Patience));
        Assert.Equal(error.Message, told.Message);
    }

    [Fact]
    public async Task A_lost_lease_ends_the_body_and_is_measured()
    {
        Lease = TimeSpan.FromSeconds(6);
        TaskCompletionSource begun = new();
        TaskCompletionSource told = new();
        var deliveries = 0;
        var name = WorkerFlows.Script(async context =>
        {
            if (Interlocked.Increment(ref deliveries) > 1)
            {
                return "heir";
            }

            context.CancellationToken.Register(told.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return "";
        });
        using Measurements measurements = new();
        await Serving(static options => options.Drive = false);
        var run = Driver().RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        var task = Assert.Single(Raw.SortedSetRangeByRank(Cell.Key("lease")));
        Raw.SortedSetAdd(Cell.Key("lease"), task, 1);
        Assert.Equal("heir", await run.WaitAsync(Patience));
        await told.Task.WaitAsync(Patience);
        // Or more: other tests of this process have workers, too.
        Assert.InRange(measurements.Sum("graflow.lease.lost"), 1, double.MaxValue);
    }

    [Fact]
    public async Task Slots_and_queues_are_measured()
    {
        TaskCompletionSource<string> open = new();
        TaskCompletionSource begun = new();
        var name = WorkerFlows.Script(_ =>
        {
            begun.TrySetResult();
            return open.Task;
        });
        using Measurements measurements = new();
        await Serving(static options =>
        {
            options.WorkerId = "measured";
            options.MaxConcurrentTasks = 1;
            options.Drive = false;
            options.ReapInterval = TimeSpan.FromMilliseconds(20);
        });
        var driver = Driver();
        var first = driver.RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        var others = Enumerable.Range(0, 3).Select(_ => driver.RunAsync(WorkerFlows.OneBody, name)).ToList();
        await When(() => measurements.Last("graflow.queue.depth", "measured", "queue", "default") == 3);
        Assert.Equal((1d, 0d), (measurements.Last("graflow.worker.slots", "measured", "state", "busy"), measurements.Last("graflow.worker.slots", "measured", "state", "free")));
        await When(() => measurements.Last("graflow.queue.oldest_age", "measured", "queue", "default") > 0.05);
        Assert.Equal(0, measurements.Last("graflow.dlq.depth", "measured", null, null));
        open.SetResult("ok");
        await Task.WhenAll([first, .. others]).WaitAsync(Patience);
        await When(() => measurements.Last("graflow.queue.depth", "measured", "queue", "default") == 0);
    }

    [Fact]
    public async Task Health_turns_bad_when_redis_does_not_answer_and_good_when_it_does_again()
    {
        using RedisServer own = new();
        var (worker, stop, running) = await Serving(options =>
        {
            options.Redis = own.Address;
            options.WorkerId = "sick";
            options.HealthPort = 0;
            options.UnhealthyAfter = TimeSpan.FromSeconds(1);
            options.MaxConcurrentTasks = 3;
        });
        using HttpClient http = new() { BaseAddress = new Uri($"http://127.0.0.1:{worker.HealthPort}") };
        using var health = JsonDocument.Parse(await WhenStatus(http, HttpStatusCode.OK));
        Assert.Equal(("healthy", "sick", 3, 0), (health.RootElement.GetProperty("status").GetString(), health.RootElement.GetProperty("workerId").GetString(), health.RootElement.GetProperty("slots").GetInt32(), health.RootElement.GetProperty("running").GetInt32()));
        own.Kill();
        await WhenStatus(http, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/ready")).StatusCode);
        own.Start();
        await WhenStatus(http, HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/other")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync("/health", null)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync("/ready", null)).StatusCode);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_worker_whose_slots_are_all_busy_is_healthy()
    {
        TaskCompletionSource<string> open = new();
        TaskCompletionSource begun = new();
        var name = WorkerFlows.Script(_ =>
        {
            begun.TrySetResult();
            return open.Task;
        });
        var (worker, _, _) = await Serving(static options =>
        {
            options.MaxConcurrentTasks = 1;
            options.UnhealthyAfter = TimeSpan.FromMilliseconds(400);
            options.Drive = false;
        });
        var run = Driver().RunAsync(WorkerFlows.OneBody, name);
        await begun.Task.WaitAsync(Patience);
        for (var i = 0; i < 3; i++)
        {
            var last = TimeSpan.Zero;
            await When(() =>
            {
                var before = last;
                last = worker.Run!.Loop.SinceAnswer;
                return last < before;
            });
        }

        open.SetResult("ok");
        Assert.Equal("ok", await run.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_health_port_that_is_taken_is_an_error_at_the_start()
    {
        using TcpListener taken = new(IPAddress.IPv6Any, 0);
        taken.Server.DualMode = true;
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var worker = Worker(options => options.HealthPort = port);
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => worker.RunAsync(CancellationToken.None).WaitAsync(Patience));
        Assert.Contains($"HealthPort is {port}", exception.Message, StringComparison.Ordinal);
    }

    /// <returns>What was said with the status.</returns>
    private static async Task<string> WhenStatus(HttpClient http, HttpStatusCode status)
    {
        using CancellationTokenSource limit = new(Patience, TimeProvider.System);
        while (true)
        {
            using var told = await http.GetAsync("/health", limit.Token);
            if (told.StatusCode == status)
            {
                return await told.Content.ReadAsStringAsync(limit.Token);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>What the meter of the fleet tells.</summary>
    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentDictionary<string, double> _sums = new();
        private readonly ConcurrentDictionary<(string, string?, string?, string?), double> _last = new();

        internal Measurements()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Graflow")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.Start();
        }

        public void Dispose() => _listener.Dispose();

        internal double Sum(string name) => _sums.GetValueOrDefault(name);

        internal double? Last(string name, string worker, string? tag, string? value)
        {
            _listener.RecordObservableInstruments();
            return _last.TryGetValue((name, worker, tag, value), out var last) ? last : null;
        }

        private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            _sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
            string? worker = null;
            KeyValuePair<string, object?> other = default;
            foreach (var tag in tags)
            {
                (worker, other) = tag.Key == "worker" ? ((string?)tag.Value, other) : (worker, tag);
            }

            _last[(instrument.Name, worker, other.Key, (string?)other.Value)] = value;
        }
    }
}
