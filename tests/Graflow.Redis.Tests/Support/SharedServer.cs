using Xunit;

namespace Graflow.Redis.Tests.Support;

/// <summary>One server for all tests that do not disturb it; each keeps to a key prefix of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<RedisServer>
{
    internal const string Name = "redis-server";
}
