using Graflow.Redis.Workers;

namespace Graflow;

/// <summary>What a worker serves, and how. Read once, when the worker is made.</summary>
public sealed class RedisWorkerOptions
{
    /// <summary>Where Redis is, in the text form of StackExchange.Redis; <c>GRAFLOW_REDIS</c> in the environment. Null, the default, means what <c>UseRedis</c> said where the engine was set up, else <c>localhost:6379</c>.</summary>
    public string? Redis { get; set; }

    /// <summary>Sets what else the fleet has agreed on: key prefix, cells, lease. Null, the default, leaves all as it is.</summary>
    public Action<RedisOptions>? ConfigureRedis { get; set; }

    /// <summary>The queues that are served, with their weights, at least 1: of two queues that are never empty, one with the weight 3 gets three times as many slots. <c>GRAFLOW_QUEUES</c> in the environment, as in <c>a,b:3</c>. None means <c>default</c>.</summary>
    public IDictionary<string, int> Queues { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The worker's name, which must be the only one of its kind in the fleet; <c>WORKER_ID</c> in the environment. Null, the default, makes one of machine, process and chance.</summary>
    public string? WorkerId { get; set; }

    /// <summary>How many bodies run at once; <c>MAX_CONCURRENT_TASKS</c> in the environment. At least 1, or 0 for a worker that only drives runs. The number of processors by default.</summary>
    public int MaxConcurrentTasks { get; set; } = Environment.ProcessorCount;

    /// <summary>How long bodies may go on when the worker is told to stop; then their tokens fire, and what has not ended goes to other workers. <c>GRACEFUL_SHUTDOWN_TIMEOUT</c> in the environment, as in <c>90s</c>, <c>10m</c> or <c>00:01:30</c>. 30 seconds by default, zero for at once.</summary>
    public TimeSpan GracefulShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the worker drives runs besides running tasks; <c>GRAFLOW_DRIVE</c> in the environment. True by default; a fleet in which no process does never ends a run that was submitted to it.</summary>
    public bool Drive { get; set; } = true;

    /// <summary>How many runs the worker drives at once; at least 1, 1,000 by default.</summary>
    public int MaxConcurrentRuns { get; set; } = 1000;

    /// <summary>The port at which <c>/health</c> can be asked for over HTTP; <c>HEALTH_PORT</c> in the environment. 0 takes a free one; null, the default, opens none.</summary>
    public int? HealthPort { get; set; }

    /// <summary>How long no attempt to claim a task may have succeeded before <c>/health</c> answers 503; more than zero, 15 seconds by default.</summary>
    public TimeSpan UnhealthyAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the worker looks for what processes that are gone have left behind; more than zero, 2 seconds by default. Each time a little earlier or later, so that a fleet does not look in one moment.</summary>
    public TimeSpan ReapInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Takes over what the environment says; what it does not say stays.</summary>
    /// <exception cref="ArgumentException">A variable cannot be read; the message names it.</exception>
    public void ReadEnvironment() => WorkerEnvironment.Read(this, Environment.GetEnvironmentVariable);

    /// <summary>Sets the queues by a text such as <c>a,b:3</c>.</summary>
    /// <param name="text">Names, each with a weight or without, separated by commas.</param>
    /// <exception cref="ArgumentException">The text cannot be read.</exception>
    public void SetQueues(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        SetQueues(text, nameof(Queues));
    }

    /// <param name="text">The queues.</param>
    /// <param name="source">Where the text comes from, for messages.</param>
    internal void SetQueues(string text, string source)
    {
        var queues = QueueWeights.Parse(text, source);
        Queues.Clear();
        foreach (var (name, weight) in queues)
        {
            Queues.Add(name, weight);
        }
    }
}
