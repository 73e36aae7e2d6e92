using Graflow.Containers.Tests.Support;
using Graflow.Handlers.Docker;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Containers.Tests.Running;

/// <summary>What a crashed program left is removed, and nothing else.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task The_first_start_removes_what_dead_owners_left_and_nothing_else()
    {
        const string prefix = "graflow-test-sweep";
        var here = ContainerOwner.Current.Split(';');
        // No process has this number: Linux counts up to 4194304.
        var dead = await IdleAsync($"{prefix}-dead", $"{here[0]};{here[1]};4194305;1");
        var reused = await IdleAsync($"{prefix}-reused", $"{here[0]};{here[1]};{here[2]};1");
        string[] alive =
        [
            await IdleAsync($"{prefix}-own", ContainerOwner.Current),
            await IdleAsync($"{prefix}-elsewhere", $"elsewhere;{here[1]};4194305;1"),
            await IdleAsync($"{prefix}-inside", $"{here[0]};pid:[1];4194305;1"),
            await IdleAsync($"{prefix}-odd", "whoever"),
        ];
        try
        {
            await using var engine = Engines.With();
            await engine.RunAsync(Inside.Tasks.Host.InDocker()).OrHang();

            await Engines.GoneAsync(dead);
            await Engines.GoneAsync(reused);
            Assert.Equal(alive.Order(), (await TestEngine.ContainersAsync(prefix)).Order());
        }
        finally
        {
            await TestEngine.RunAsync(["rm", "--force", dead, reused, .. alive]);
        }
    }

    private static async Task<string> IdleAsync(string name, string owner)
    {
        await TestEngine.RunAsync("create", "--name", name, "--network", "none", "--label", $"{ContainerOwner.Label}={owner}", TestEngine.Busybox, "sleep", "1000");

        // The engines of other tests sweep, too: they may have removed it by now, and would have failed a call that does both.
        await TestEngine.TryRunAsync("start", name);
        return name;
    }
}
