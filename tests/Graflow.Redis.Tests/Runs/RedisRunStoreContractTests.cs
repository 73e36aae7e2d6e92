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
    private RedisConnection _redis = null!;

    public async Task InitializeAsync() => _redis = await RedisConnection.ConnectAsync(
        new RedisOptions { Configuration = server.Address, KeyPrefix = $"contract-{Guid.NewGuid():N}", Cells = 3 },
        new RedisSetup(TimeProvider.System),
        CancellationToken.None);

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    private protected override IRunStore Connect() => new RedisRunStore(_redis);
}
