using System.Runtime.CompilerServices;
using Graflow.Redis;
using Graflow.Redis.Connections;
using Graflow.Redis.Runs;

namespace Graflow;

/// <summary>Lets engines share their work through Redis.</summary>
public static class RedisEngineExtensions
{
    private static readonly ConditionalWeakTable<WorkflowEngineOptions, RedisOptions> Configured = [];

    /// <summary>
    /// Keeps the runs of the engine in Redis and hands its tasks to the workers of a fleet (<see cref="RedisWorker"/>): this process drives its runs, and another one goes on with them when it is gone.
    /// What is in Redis is as safe as Redis: a process that dies loses nothing that Redis has taken; a Redis that loses power loses what it had not written to its disk, with <c>appendfsync everysec</c> the last one or two seconds;
    /// a failover loses what the replica had not got yet. A body runs at least once, and its result is recorded at most once.
    /// Nothing is connected before the first run; what is wrong with the server is thrown then, as <see cref="RedisUnavailableException"/> or <see cref="RedisGuardException"/>.
    /// </summary>
    /// <param name="options">The engine's options. Bodies run on workers that serve the queue <c>default</c>, unless <see cref="WorkflowEngineOptions.Execution"/> says otherwise.</param>
    /// <param name="configuration">Where the server is, in the text form of StackExchange.Redis: addresses and settings, separated by commas.</param>
    /// <param name="configure">Sets what else the fleet shares; null leaves all at the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the configuration cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The engine has a log already.</exception>
    public static void UseRedis(this WorkflowEngineOptions options, string configuration, Action<RedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        RedisOptions redis = new() { Configuration = configuration };
        configure?.Invoke(redis);
        options.UseRedis(redis);
    }

    /// <exception cref="ArgumentException">An option is out of its range, or the configuration cannot be read.</exception>
    internal static void UseRedis(this WorkflowEngineOptions options, RedisOptions redis)
    {
        redis.Validate();
        Configured.AddOrUpdate(options, redis);
        options.UseFleet((time, _) => new RedisRunStore(new RedisFleet(redis, new RedisSetup(time)), ownsFleet: true), Execution.Redis());
    }

    /// <summary>What the engine's program has said of its fleet; null when it has none.</summary>
    internal static RedisOptions? ConfiguredFor(WorkflowEngineOptions options) => Configured.TryGetValue(options, out var redis) ? redis : null;

    /// <summary>Shares a fleet that outlives the engine, in the place of one that its program has asked for.</summary>
    internal static void UseRedis(this WorkflowEngineOptions options, RedisFleet fleet)
    {
        if (ConfiguredFor(options) is not null)
        {
            options.RunStore = null;
        }

        options.UseFleet((_, _) => new RedisRunStore(fleet), Execution.Redis());
    }
}
