using Graflow.Tests.Conventions;
using Xunit;

namespace Graflow.Redis.Tests.Conventions;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_changes_only_on_purpose() => ApiSnapshot.Match("tests/Graflow.Redis.Tests/Conventions/PublicApi.txt", typeof(RedisOptions).Assembly);
}
