using Graflow.Logs;
using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

[Collection(SharedServer.Name)]
public sealed class RedisRunStoreContractTests(RedisServer server) : RunStoreContract, IAsyncLifetime
{
    private RedisFleet Fleet { get; set; } = null!;

    public Task InitializeAsync()
    {
        Fleet = new RedisFleet(new RedisOptions { Configuration = server.Address, KeyPrefix = $"contract-{Guid.NewGuid():N}", Cells = 3 }, new RedisSetup(TimeProvider.System));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Fleet.DisposeAsync();

    private protected override IRunStore Connect() => new RedisRunStore(Fleet);
}
