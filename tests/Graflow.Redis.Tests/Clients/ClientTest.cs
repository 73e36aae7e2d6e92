using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Clients;

/// <summary>A client of a fleet of its own, and an engine that drives what is given to it.</summary>
[Collection(SharedServer.Name)]
public abstract class ClientTest(RedisServer server) : TestFleet(server)
{
    internal RedisGraflowClient Client { get; private set; } = null!;

    internal WorkflowEngine Engine { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Client = await ConnectClientAsync();
        Engine = new WorkflowEngine(options => options.RunStore = (_, _) => new RedisRunStore(Fleet));
    }

    public override async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await Engine.DisposeAsync();
        await base.DisposeAsync();
    }

    internal Task<RedisGraflowClient> ConnectClientAsync() =>
        RedisGraflowClient.ConnectAsync(Options, new RedisSetup(TimeProvider.System) { Scripts = new ScriptLibrary(ManualClock) }, CancellationToken.None);

    /// <summary>Takes a run over and waits until it has ended, however it does.</summary>
    internal async Task DriveAsync<TIn, TOut>(Flow<TIn, TOut> flow, string runId)
    {
        await using var run = await Engine.ResumeAsync(flow, runId).OrHang();
        await ((Task)run.Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
