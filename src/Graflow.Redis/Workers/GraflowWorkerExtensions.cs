using Graflow.Redis.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Graflow;

/// <summary>Lets a host of .NET, such as a web application, be a worker.</summary>
public static class GraflowWorkerExtensions
{
    /// <summary>
    /// Adds a worker to a host: it serves before the host has started, takes services and loggers from it, and stops gracefully with it.
    /// Give the host longer to stop than the worker: <c>HostOptions.ShutdownTimeout</c> more than <see cref="RedisWorkerOptions.GracefulShutdownTimeout"/>, both 30 seconds by default.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Says what the worker serves, and where; null leaves all at the defaults. <see cref="RedisWorkerOptions.ReadEnvironment"/> takes over the environment's variables.</param>
    /// <param name="configure">Sets up the engine that runs bodies and drives runs; null leaves all at the defaults.</param>
    public static IServiceCollection AddGraflowWorker(this IServiceCollection services, Action<RedisWorkerOptions>? options = null, Action<WorkflowEngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<IHostedService>(provider => new WorkerHost(new RedisWorker(
            engine =>
            {
                engine.Services = provider;
                configure?.Invoke(engine);
            },
            options)));
    }
}
