using Graflow.Redis.Connections;
using Xunit;

namespace Graflow.Redis.Tests;

public sealed class RedisEngineTests
{
    [Fact]
    public async Task An_engine_is_made_without_a_server_and_its_bodies_run_on_workers()
    {
        await using WorkflowEngine engine = new(options => options.UseRedis("localhost:1,abortConnect=false"));
        Assert.Equal("Redis(\"default\")", engine.DefaultExecution.ToString());
    }

    [Fact]
    public async Task An_execution_that_the_options_name_stays()
    {
        await using WorkflowEngine engine = new(options =>
        {
            options.Execution = Execution.Redis("gpu");
            options.UseRedis("localhost:1");
        });
        Assert.Equal("Redis(\"gpu\")", engine.DefaultExecution.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    public void A_queue_that_cannot_be_named_so_is_refused(string name) =>
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Execution.Redis(name)).Id);

    [Fact]
    public void An_engine_has_one_log() => Assert.Throws<InvalidOperationException>(() => new WorkflowEngine(options =>
    {
        options.UseRedis("localhost:1");
        options.UseFileLog(Path.Combine(Path.GetTempPath(), "never-made"));
    }));

    [Fact]
    public void A_configuration_that_cannot_be_read_is_refused_and_its_password_not_told()
    {
        var refused = Assert.Throws<ArgumentException>(() => new WorkflowEngine(options => options.UseRedis("localhost:1,password=secret,ssll=true")));
        Assert.StartsWith("The address of Redis cannot be read: Keyword 'ssll' is not supported. Write addresses and settings, separated by commas, as in ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis://:secret@localhost:6379", "it is a URL")]
    [InlineData("secret:port", "it names no server")]
    [InlineData(",password=secret", "it names no server")]
    public void An_address_that_is_none_is_refused_and_its_password_not_told(string address, string why)
    {
        var refused = Assert.Throws<ArgumentException>(() => new WorkflowEngineOptions().UseRedis(address));
        Assert.StartsWith($"The address of Redis cannot be read: {why}. Write addresses and settings, separated by commas, as in redis-1:6379", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("here,127.0.0.1,there:7000,password=secret", "here:6379, 127.0.0.1:6379, there:7000")]
    [InlineData("here,ssl=true", "here:6380")]
    public void A_server_without_a_port_is_told_with_the_one_at_which_it_is_asked(string address, string told) =>
        Assert.Equal(told, ServerText.Of(new RedisOptions { Configuration = address }.Validate()));

    [Fact]
    public void Options_out_of_range_are_refused_when_they_are_given()
    {
        Refused(static redis => redis.Lease = TimeSpan.FromSeconds(0.9));
        Refused(static redis => redis.Retention.Age = TimeSpan.FromTicks(-1));
        Refused(static redis => redis.Retention.Count = -1);
        Refused(static redis => redis.KeyPrefix = "a:b");
        Refused(static redis => redis.CommandTimeout = TimeSpan.Zero);
    }

    private static void Refused(Action<RedisOptions> configure) =>
        Assert.ThrowsAny<ArgumentException>(() => new WorkflowEngineOptions().UseRedis("localhost:1", configure));
}
