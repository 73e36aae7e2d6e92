using System.Net;
using System.Net.Sockets;
using Graflow.Redis.Connections;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests;

/// <summary>A server that takes connections and never says a word.</summary>
public sealed class RedisFleetTests : IDisposable
{
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);

    public RedisFleetTests() => _silent.Start();

    // Longer than any test may take: what ends before has not waited for it.
    private RedisOptions Options => new() { Configuration = $"127.0.0.1:{((IPEndPoint)_silent.LocalEndpoint).Port}", CommandTimeout = TimeSpan.FromMinutes(30) };

    public void Dispose() => _silent.Dispose();

    [Fact]
    public async Task Who_is_disposed_of_while_it_connects_ends_at_once_and_so_does_who_waits_for_it()
    {
        RedisFleet fleet = new(Options, new RedisSetup(TimeProvider.System));
        var connecting = fleet.ConnectAsync(CancellationToken.None).AsTask();
        Assert.False(connecting.IsCompleted);
        await fleet.DisposeAsync().AsTask().OrHang();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connecting.OrHang());
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_while_it_connects_stops_at_once()
    {
        await using RedisWorker worker = new(options: options =>
        {
            options.Redis = Options.Configuration;
            options.ConfigureRedis = redis => redis.CommandTimeout = Options.CommandTimeout;
        });
        using CancellationTokenSource stop = new();
        var running = worker.RunAsync(stop.Token);
        using var accepted = await _silent.AcceptTcpClientAsync().OrHang();
        await stop.CancelAsync();
        await running.OrHang();
    }
}
