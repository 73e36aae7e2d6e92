using Graflow.Redis.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

public sealed class WorkerHostTests(RedisServer server) : WorkerTests(server)
{
    [Fact]
    public async Task A_host_s_worker_serves_once_it_has_started_with_the_host_s_services()
    {
        var name = WorkerFlows.Script(static context => Task.FromResult((string)context.Services.GetService(typeof(string))!));
        var host = Host(static options => options.WorkerId = "hosted");
        await host.StartAsync(CancellationToken.None);
        Assert.Equal(1, Length("workers"));
        Assert.Equal("from the host", await Driver().RunAsync(WorkerFlows.OneBody, name).WaitAsync(Patience));
        await host.StopAsync(CancellationToken.None);
        Assert.Equal(0, Length("workers"));
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact]
    public async Task A_host_does_not_start_where_redis_cannot_be_reached()
    {
        var host = Host(static options => options.Redis = "127.0.0.1:1,connectTimeout=200");
        await Assert.ThrowsAsync<RedisUnavailableException>(() => host.StartAsync(CancellationToken.None).WaitAsync(Patience));
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private IHostedService Host(Action<RedisWorkerOptions> configure)
    {
        Services services = new();
        services.AddGraflowWorker(options =>
        {
            options.Redis = Server.Address;
            options.ConfigureRedis = Configure;
            configure(options);
        });
        return (IHostedService)Assert.Single(services).ImplementationFactory!(new Provider());
    }

    private sealed class Services : List<ServiceDescriptor>, IServiceCollection;

    private sealed class Provider : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(string) ? "from the host" : null;
    }
}
