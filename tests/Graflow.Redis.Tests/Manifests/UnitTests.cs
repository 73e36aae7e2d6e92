using System.Globalization;
using Xunit;

namespace Graflow.Redis.Tests.Manifests;

public sealed class UnitTests
{
    private static readonly ILookup<string, string> Settings = Distributed.Lines("graflow-worker@.service")
        .Where(static line => line.Contains('=', StringComparison.Ordinal))
        .ToLookup(static line => line.Split('=', 2)[0], static line => line.Split('=', 2)[1]);

    [Fact]
    public void A_worker_that_ends_begins_again()
    {
        Assert.Equal("exec", One("Type"));
        Assert.Equal("always", One("Restart"));
        Assert.Equal("0", One("StartLimitIntervalSec"));
        Assert.EndsWith(" worker", One("ExecStart"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_given_longer_than_it_takes_to_stop()
    {
        var options = WorkerVariables.Read(Settings["Environment"].ToDictionary(static setting => setting.Split('=')[0], static setting => setting.Split('=', 2)[1]));

        Assert.Equal("SIGTERM", One("KillSignal"));
        Assert.True(TimeSpan.FromSeconds(int.Parse(One("TimeoutStopSec"), CultureInfo.InvariantCulture)) > options.GracefulShutdownTimeout);
    }

    [Theory]
    [InlineData("DynamicUser", "yes")]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("PrivateTmp", "yes")]
    [InlineData("CapabilityBoundingSet", "")]
    public void It_may_do_no_more_than_it_needs(string setting, string value) => Assert.Equal(value, One(setting));

    /// <summary>The runtime compiles into memory that it then executes.</summary>
    [Fact]
    public void It_may_compile() => Assert.DoesNotContain("yes", Settings["MemoryDenyWriteExecute"]);

    private static string One(string setting) => Assert.Single(Settings[setting]);
}
