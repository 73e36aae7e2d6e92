using Graflow.Redis.Connections;
using Graflow.Redis.Tests.Support;
using Graflow.Redis.Tests.Workers;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

public sealed class RedisGuardsTests
{
    [Fact]
    public async Task A_server_that_evicts_is_refused_with_what_to_set()
    {
        using RedisServer server = new("--maxmemory-policy allkeys-lru");
        RedisOptions options = new() { Configuration = server.Address };
        var error = await Assert.ThrowsAsync<RedisGuardException>(() => RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None));
        Assert.Equal(("maxmemory-policy", "allkeys-lru", "noeviction"), (error.Setting, error.Found, error.Expected));
        Assert.Contains(server.Address, error.Message, StringComparison.Ordinal);
        Assert.Contains("Set 'maxmemory-policy noeviction'", error.Message, StringComparison.Ordinal);

        options.AllowEviction = true;
        await using var accepted = await RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None);
        Assert.Equal(server.Address, accepted.Server);
    }

    [Fact]
    public async Task A_process_that_divides_the_fleet_in_another_way_than_the_first_is_refused()
    {
        using RedisServer server = new();
        await using var first = await Connect(4);
        await using var second = await Connect(4);
        var error = await Assert.ThrowsAsync<RedisGuardException>(() => Connect(7));
        Assert.Equal(("cells", "4", "7"), (error.Setting, error.Found, error.Expected));
        Assert.Equal($"The fleet gf in Redis at {server.Address} has 4 cells, and this process was told of 7: it would look for runs where they are not. Set RedisOptions.Cells to 4, as in every process of the fleet; for another number stop all of them, and delete the key {{gf:0}}:cells once no run is left that is needed.", error.Message);
        server.Command("del", "{gf:0}:cells");
        await using var other = await Connect(7);

        Task<RedisConnection> Connect(int cells) =>
            RedisConnection.ConnectAsync(new RedisOptions { Configuration = server.Address, Cells = cells }, new RedisSetup(TimeProvider.System), CancellationToken.None);
    }

    [Theory]
    [InlineData("redis_version:6.2.14\r\nmaxmemory_policy:noeviction\r\n", "6.2.14")]
    [InlineData("maxmemory_policy:noeviction\r\n", "unknown")]
    public void A_server_that_is_too_old_is_refused(string info, string found)
    {
        var error = Assert.Throws<RedisGuardException>(() => RedisGuards.Check(info, allowEviction: false, "there:6379"));
        Assert.Equal(("version", found, "7.0 or newer"), (error.Setting, error.Found, error.Expected));
        Assert.StartsWith($"Redis at there:6379 has version {found}, and 7.0 or newer is needed.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis_version:7.0.0\nmaxmemory_policy:noeviction\n")]
    [InlineData("redis_version:7.2.4\r\nvalkey_version:8.0.1\r\nmaxmemory_policy:noeviction\r\n")]
    [InlineData("valkey_version:8.0.1\r\nmaxmemory_policy:noeviction\r\n")]
    public void New_servers_of_either_name_are_accepted(string info) => RedisGuards.Check(info, allowEviction: false, "there:6379");

    [Fact]
    public void A_server_that_does_not_tell_its_policy_is_refused() =>
        Assert.Equal("unknown", Assert.Throws<RedisGuardException>(() => RedisGuards.Check("redis_version:7.0.0\n", allowEviction: false, "there")).Found);

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_that_names_it()
    {
        RedisOptions options = new() { Configuration = "127.0.0.1:1,password=secret", CommandTimeout = TimeSpan.FromSeconds(5) };
        var error = await Assert.ThrowsAsync<RedisUnavailableException>(() => RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None));
        Assert.Equal("127.0.0.1:1", error.Server);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Redis at 127.0.0.1:1 cannot be reached: it accepts no connection", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AbortOnConnectFail", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",password=wrong")]
    public async Task A_server_that_does_not_take_the_password_is_not_taken_for_one_that_is_not_there(string password)
    {
        using RedisServer server = new("--requirepass right");
        RedisOptions options = new() { Configuration = server.Address + password };
        var error = await Assert.ThrowsAsync<RedisGuardException>(() => RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None));
        Assert.Equal("password", error.Setting);
        Assert.StartsWith($"Redis at {server.Address} does not let this process in without a password, or not with the one that it has.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"as in {server.Address},password=…", error.Message, StringComparison.Ordinal);

        options.Configuration = server.Address + ",password=right";
        await using var accepted = await RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None);
        Assert.Equal(server.Address, accepted.Server);
    }

    [Theory]
    [InlineData("-script", "NOPERM this user has no permissions to run the 'script|load' command")]
    [InlineData("-info", "NOPERM this user has no permissions to run the 'info' command")]
    [InlineData("-zadd", "ERR The user executing the script can't run this command or subcommand")]
    [InlineData("-subscribe", "NOPERM this user has no permissions to run the 'subscribe' command")]
    public async Task A_user_without_the_rights_that_a_fleet_needs_is_told_which(string rights, string found)
    {
        using RedisServer server = new();
        using (var admin = server.Connect())
        {
            await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", rights);
        }

        var error = await Assert.ThrowsAsync<RedisGuardException>(() => WorkAsync(server));
        Assert.Equal("rights", error.Setting);
        Assert.StartsWith(found, error.Found, StringComparison.Ordinal);
        Assert.StartsWith($"Redis at {server.Address} does not let its user do what a fleet does: {error.Found}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_works_with_the_rights_that_the_message_names()
    {
        using RedisServer server = new();
        using (var admin = server.Connect())
        {
            await admin.GetDatabase().ExecuteAsync("ACL", ["SETUSER", "default", "resetkeys", "resetchannels", "~{gf:*", "&{gf:*", "+@all", "-@admin", "-@dangerous", "+info"]);
        }

        await WorkAsync(server);
        await using var engine = new WorkflowEngine(options => options.UseRedis(server.Address));
        // A worker knows what is registered when it begins.
        var sum = WorkerFlows.Sum;
        await using RedisWorker worker = new(options: o => o.Redis = server.Address);
        _ = worker.RunAsync(CancellationToken.None);
        Assert.Equal(22, await engine.RunAsync(sum, 10).OrHang());
    }

    private static async Task WorkAsync(RedisServer server)
    {
        await using RedisWorker worker = new(options: o => o.Redis = server.Address);
        using CancellationTokenSource stop = new();
        var running = worker.RunAsync(stop.Token);
        await Task.WhenAny(running, worker.WhenServing);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_server_without_a_master_to_ask_is_refused()
    {
        using RedisServer replica = new("--replicaof 127.0.0.1 1");
        RedisOptions options = new() { Configuration = replica.Address };
        var error = await Assert.ThrowsAsync<RedisUnavailableException>(() => RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), CancellationToken.None));
        Assert.Equal(replica.Address, error.Server);
        Assert.StartsWith($"Redis at {replica.Address} cannot serve now: it answers as a replica, and no master that could be asked", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_went_before_it_was_asked_is_not_taken_for_one_that_is_fit()
    {
        using RedisServer server = new();
        using var multiplexer = server.Connect();
        var asked = multiplexer.GetServer(server.Address);
        server.Kill();
        Assert.True(SpinWait.SpinUntil(() => !asked.IsConnected, TimeSpan.FromMinutes(1)));

        await Assert.ThrowsAsync<TimeoutException>(() => RedisGuards.MastersOfAsync(multiplexer, server.Address));
    }

    [Theory]
    [InlineData("a{b", 1, 1)]
    [InlineData("a:b", 1, 1)]
    [InlineData(" ", 1, 1)]
    [InlineData("gf", 0, 1)]
    [InlineData("gf", 16_385, 1)]
    [InlineData("gf", 1, 0)]
    public void Options_out_of_range_are_refused(string prefix, int cells, int seconds) =>
        Assert.ThrowsAny<ArgumentException>(() => new RedisOptions { KeyPrefix = prefix, Cells = cells, CommandTimeout = TimeSpan.FromSeconds(seconds) }.Validate());
}
