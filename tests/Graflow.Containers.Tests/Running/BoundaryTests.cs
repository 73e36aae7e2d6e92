using System.Net.Sockets;
using Graflow.Containers.Tests.Support;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Containers.Tests.Running;

/// <summary>What a body in a container sees of the machine: what it is given, and nothing else.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public async Task It_has_the_variables_that_it_is_given()
    {
        Environment.SetEnvironmentVariable("GRAFLOW_TEST_SECRET", "secret");
        await using var engine = Engines.With(Engines.Options with { Environment = new Dictionary<string, string> { ["GIVEN"] = "a \"b\"" } });
        Assert.Equal("a \"b\"", await engine.RunAsync(Inside.Tasks.Variable.InDocker(), "GIVEN").OrHang());
        Assert.Null(await engine.RunAsync(Inside.Tasks.Variable.InDocker(), "GRAFLOW_TEST_SECRET").OrHang());
        Assert.Null(await engine.RunAsync(Inside.Tasks.Variable.InDocker(), "GRAFLOW_WORKER_TOKEN").OrHang());
    }

    [Fact]
    public async Task It_writes_where_it_may_and_nowhere_else()
    {
        using var folder = new TestFolder();
        var (given, own) = (folder.PathOf("given"), folder.PathOf("own"));
        Directory.CreateDirectory(given);
        Directory.CreateDirectory(own);
        File.WriteAllText(Path.Combine(given, "file"), "seen inside");
        await using var engine = Engines.With(Engines.Options with { Volumes = [new(given, "/given"), new(own, "/own", IsReadOnly: false)] });

        Assert.Equal("seen inside", await engine.RunAsync(Inside.Tasks.Read.InDocker(), "/given/file").OrHang());
        await engine.RunAsync(Inside.Tasks.Write.InDocker(), "/own/file").OrHang();
        Assert.Equal("written inside", File.ReadAllText(Path.Combine(own, "file")));
        await FailsAsync(engine, "/given/file");
        await FailsAsync(engine, "/graflow/file");
    }

    [Fact]
    public async Task It_has_no_network_but_its_channel()
    {
        await using var engine = Engines.With();
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(Inside.Tasks.Connect.InDocker()).OrHang());
        Assert.Equal(typeof(SocketException).FullName, Assert.IsType<RemoteTaskException>(error.InnerException).RemoteType);
    }

    [Fact]
    public async Task It_runs_as_another_user()
    {
        await using var engine = Engines.With(Engines.Options with { User = "1654:1654" });
        Assert.Equal(1654, await engine.RunAsync(Inside.Tasks.User.InDocker()).OrHang());
    }

    private static async Task FailsAsync(WorkflowEngine engine, string path)
    {
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(Inside.Tasks.Write.InDocker(), path).OrHang());
        Assert.Equal(typeof(IOException).FullName, Assert.IsType<RemoteTaskException>(error.InnerException).RemoteType);
    }
}
