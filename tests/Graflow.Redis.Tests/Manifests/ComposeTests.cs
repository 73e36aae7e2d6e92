using System.Globalization;
using Xunit;

namespace Graflow.Redis.Tests.Manifests;

public sealed class ComposeTests
{
    private static readonly Yaml Services = Yaml.Parse(Distributed.Read("docker-compose.yml"), "docker-compose.yml")["services"];

    [Fact]
    public void Redis_writes_to_a_disk_that_stays_and_throws_nothing_away()
    {
        var words = string.Join(' ', Services["redis", "command"].Texts);

        Assert.StartsWith("redis-server ", words, StringComparison.Ordinal);
        Assert.Contains("--appendonly yes", words, StringComparison.Ordinal);
        Assert.Contains("--maxmemory-policy noeviction", words, StringComparison.Ordinal);
        Assert.Equal(["redis:/data"], Services["redis", "volumes"].Texts);
        Assert.Equal(["CMD", "redis-cli", "ping"], Services["redis", "healthcheck", "test"].Texts);
    }

    [Fact]
    public void Two_workers_begin_when_redis_answers_and_the_run_when_they_do()
    {
        Assert.Equal(2, Services["worker", "deploy", "replicas"].Number);
        Assert.Equal("service_healthy", Services["worker", "depends_on", "redis", "condition"].Text);
        Assert.Equal("service_healthy", Services["report", "depends_on", "worker", "condition"].Text);
        Assert.Equal(Services["worker", "image"].Text, Services["report", "image"].Text);
    }

    [Fact]
    public void A_worker_is_given_longer_than_it_takes_to_stop()
    {
        var options = WorkerVariables.Read(Services["worker", "environment"].Map);

        Assert.Equal(4, options.MaxConcurrentTasks);
        Assert.Equal(["default"], options.Queues.Keys);
        Assert.True(TimeSpan.FromSeconds(int.Parse(Services["worker", "stop_grace_period"].Text.TrimEnd('s'), CultureInfo.InvariantCulture)) > options.GracefulShutdownTimeout);
    }

    [Fact]
    public void All_of_them_find_the_same_redis()
    {
        Assert.Equal("redis:6379", Services["worker", "environment", "GRAFLOW_REDIS"].Text);
        Assert.Equal("redis:6379", Services["report", "environment", "GRAFLOW_REDIS"].Text);
    }
}
