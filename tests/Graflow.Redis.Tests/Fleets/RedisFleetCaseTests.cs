using Graflow.Redis.Tests.Support;
using Graflow.Tests.Fleets;
using Xunit;

namespace Graflow.Redis.Tests.Fleets;

/// <summary>The cases of every fleet, on workers that share a real server.</summary>
[Collection(SharedServer.Name)]
public sealed class RedisFleetCaseTests(RedisServer server) : FleetCases
{
    protected override Task<IFleetUnderTest> StartAsync() => RedisFleetUnderTest.StartAsync(server);
}
