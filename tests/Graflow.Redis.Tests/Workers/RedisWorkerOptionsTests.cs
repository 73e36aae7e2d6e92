using Graflow.Redis.Workers;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class RedisWorkerOptionsTests
{
    [Fact]
    public void The_defaults_serve_one_queue_and_drive()
    {
        var settings = WorkerSettings.Of(new RedisWorkerOptions());
        Assert.Equal([("default", 1)], settings.Queues);
        Assert.Equal((Environment.ProcessorCount, true, 1000, null), (settings.Slots, settings.Drive, settings.MaxRuns, settings.HealthPort));
        Assert.Equal((30d, 15d, 2d), (settings.GracefulShutdownTimeout.TotalSeconds, settings.UnhealthyAfter.TotalSeconds, settings.ReapInterval.TotalSeconds));
        Assert.NotEqual(settings.WorkerId, WorkerSettings.Of(new RedisWorkerOptions()).WorkerId);
    }

    [Fact]
    public void Every_variable_of_the_environment_sets_its_option()
    {
        Dictionary<string, string?> environment = new()
        {
            ["GRAFLOW_REDIS"] = "redis:6379,password=x",
            ["GRAFLOW_QUEUES"] = " gpu:3, cpu ",
            ["WORKER_ID"] = "pod-7",
            ["MAX_CONCURRENT_TASKS"] = "12",
            ["GRACEFUL_SHUTDOWN_TIMEOUT"] = "2.5s",
            ["GRAFLOW_DRIVE"] = "False",
            ["HEALTH_PORT"] = "8080",
        };
        RedisWorkerOptions options = new();
        WorkerEnvironment.Read(options, environment.GetValueOrDefault);
        Assert.Equal("redis:6379,password=x", options.Redis);
        var settings = WorkerSettings.Of(options);
        Assert.Equal([("gpu", 3), ("cpu", 1)], settings.Queues);
        Assert.Equal(("pod-7", 12, 2.5, false, 8080), (settings.WorkerId, settings.Slots, settings.GracefulShutdownTimeout.TotalSeconds, settings.Drive, settings.HealthPort));
    }

    [Fact]
    public void What_the_environment_does_not_say_stays()
    {
        RedisWorkerOptions options = new() { WorkerId = "mine", MaxConcurrentTasks = 3 };
        options.Queues.Add("own", 2);
        WorkerEnvironment.Read(options, static name => name == "WORKER_ID" ? "  " : null);
        Assert.Equal(("mine", 3, 2), (options.WorkerId, options.MaxConcurrentTasks, options.Queues["own"]));
    }

    [Theory]
    [InlineData("GRAFLOW_QUEUES", "a,,b")]
    [InlineData("GRAFLOW_QUEUES", "a:0")]
    [InlineData("GRAFLOW_QUEUES", "a:-1")]
    [InlineData("GRAFLOW_QUEUES", "a:x")]
    [InlineData("GRAFLOW_QUEUES", "a:1001")]
    [InlineData("GRAFLOW_QUEUES", "a,b,a")]
    [InlineData("GRAFLOW_QUEUES", "a b")]
    [InlineData("MAX_CONCURRENT_TASKS", "many")]
    [InlineData("MAX_CONCURRENT_TASKS", "-1")]
    [InlineData("GRACEFUL_SHUTDOWN_TIMEOUT", "soon")]
    [InlineData("GRACEFUL_SHUTDOWN_TIMEOUT", "-1s")]
    [InlineData("GRACEFUL_SHUTDOWN_TIMEOUT", "-00:00:01")]
    [InlineData("GRACEFUL_SHUTDOWN_TIMEOUT", "1e300")]
    [InlineData("GRAFLOW_DRIVE", "maybe")]
    [InlineData("HEALTH_PORT", "65536")]
    public void A_variable_that_cannot_be_read_is_named(string name, string value) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => WorkerEnvironment.Read(new RedisWorkerOptions(), asked => asked == name ? value : null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_time_has_one_meaning_only()
    {
        RedisWorkerOptions options = new();
        WorkerEnvironment.Read(options, static name => name == "GRACEFUL_SHUTDOWN_TIMEOUT" ? "10m" : null);
        Assert.Equal(10, options.GracefulShutdownTimeout.TotalMinutes);
        var refused = Assert.Throws<ArgumentException>(() => WorkerEnvironment.Read(options, static name => name == "GRACEFUL_SHUTDOWN_TIMEOUT" ? "10:00" : null));
        Assert.Equal("GRACEFUL_SHUTDOWN_TIMEOUT is '10:00', and a time with its unit, such as 500ms, 90s, 10m, 2h or 1d, or hh:mm:ss, such as 00:10:00 is expected.", refused.Message);
    }

    [Fact]
    public void Options_out_of_their_range_are_refused_when_the_worker_is_made()
    {
        Assert.Contains("MaxConcurrentTasks is 0", Refusal(static options => (options.MaxConcurrentTasks, options.Drive) = (0, false)), StringComparison.Ordinal);
        Assert.Contains("MaxConcurrentTasks is -1", Refusal(static options => options.MaxConcurrentTasks = -1), StringComparison.Ordinal);
        Assert.Contains("MaxConcurrentRuns is 0", Refusal(static options => options.MaxConcurrentRuns = 0), StringComparison.Ordinal);
        Assert.Contains("WorkerId is 'a b'", Refusal(static options => options.WorkerId = "a b"), StringComparison.Ordinal);
        Assert.Contains("WorkerId is ''", Refusal(static options => options.WorkerId = ""), StringComparison.Ordinal);
        Assert.Contains("HealthPort is 70000", Refusal(static options => options.HealthPort = 70_000), StringComparison.Ordinal);
        Assert.Contains("UnhealthyAfter is 00:00:00", Refusal(static options => options.UnhealthyAfter = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("ReapInterval is 00:00:00", Refusal(static options => options.ReapInterval = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("GracefulShutdownTimeout is -00:00:01", Refusal(static options => options.GracefulShutdownTimeout = TimeSpan.FromSeconds(-1)), StringComparison.Ordinal);
        Assert.Contains("Queues: ", Refusal(static options => options.Queues.Add("a/b", 1)), StringComparison.Ordinal);
        Assert.Contains("the queue 'a' has the weight 0", Refusal(static options => options.Queues.Add("a", 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_without_slots_may_drive()
    {
        Assert.Equal(0, WorkerSettings.Of(new RedisWorkerOptions { MaxConcurrentTasks = 0 }).Slots);
        RedisWorkerOptions options = new();
        options.SetQueues("a,b:3");
        Assert.Equal("a,b:3", QueueWeights.Text(WorkerSettings.Of(options).Queues));
    }

    private static string Refusal(Action<RedisWorkerOptions> set) => Assert.Throws<ArgumentException>(() => new RedisWorker(null, set)).Message;
}
