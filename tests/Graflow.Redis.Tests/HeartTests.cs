using System.Net.Sockets;
using System.Text;
using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests;

[Collection(AloneInProcess.Name)]
public sealed class HeartTests : IDisposable
{
    private readonly RedisServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Leases_are_renewed_while_the_thread_pool_is_blocked()
    {
        await using RedisFleet fleet = new(new() { Configuration = _server.Address, Lease = TimeSpan.FromSeconds(1) }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        await using var journal = (RedisJournal)(await store.TryCreateAsync("r", CancellationToken.None))!;
        HashSet<string> leases = [];
        await Task.Factory.StartNew(() => WatchLeases(fleet, leases), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.Equal(5, leases.Count);
        Assert.Null(journal.Failure);
    }

    /// <summary>Without the pool: over a socket that blocks its thread.</summary>
    private void WatchLeases(RedisFleet fleet, HashSet<string> leases)
    {
        using ManualResetEventSlim release = new();
        using CountdownEvent blocked = new(500);
        for (var i = 0; i < blocked.InitialCount; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static block =>
                {
                    block.Release.Wait();
                    block.Blocked.Signal();
                },
                (Release: release, Blocked: blocked),
                preferLocal: false);
        }

        try
        {
            using TcpClient client = new("127.0.0.1", _server.Port);
            using StreamReader reader = new(client.GetStream());
            var ask = Encoding.ASCII.GetBytes($"HGET {fleet.Cells.All[0].Key("run:r")} lease\r\n");
            var began = TimeProvider.System.GetTimestamp();
            while (leases.Count < 5 && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
            {
                client.GetStream().Write(ask);
                reader.ReadLine();
                leases.Add(reader.ReadLine()!);
            }
        }
        finally
        {
            release.Set();
            blocked.Wait();
        }
    }
}
