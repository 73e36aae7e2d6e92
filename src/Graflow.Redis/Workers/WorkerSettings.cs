using System.Security.Cryptography;

namespace Graflow.Redis.Workers;

/// <summary>A worker's options, checked.</summary>
/// <param name="WorkerId">Who it is.</param>
/// <param name="Queues">What it serves, at least one queue.</param>
internal sealed record WorkerSettings(string WorkerId, IReadOnlyList<(string Name, int Weight)> Queues)
{
    internal const int MaxSlots = 100_000;

    private const int LongestId = 200;

    internal static TimeSpan LongestShutdown { get; } = TimeSpan.FromDays(7);

    internal required int Slots { get; init; }

    internal required TimeSpan GracefulShutdownTimeout { get; init; }

    internal required bool Drive { get; init; }

    internal required int MaxRuns { get; init; }

    internal required int? HealthPort { get; init; }

    internal required TimeSpan UnhealthyAfter { get; init; }

    internal required TimeSpan ReapInterval { get; init; }

    internal bool Serves(string queue) => Queues.Any(served => served.Name == queue);

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal static WorkerSettings Of(RedisWorkerOptions options)
    {
        var queues = options.Queues.Select(static queue => (queue.Key, queue.Value)).DefaultIfEmpty(("default", 1)).ToList();
        queues.ForEach(static queue => QueueWeights.Check(queue.Item1, queue.Item2, nameof(options.Queues)));
        CheckRange(options.MaxConcurrentTasks, options.Drive ? 0 : 1, MaxSlots, nameof(options.MaxConcurrentTasks));
        CheckRange(options.MaxConcurrentRuns, 1, 1_000_000, nameof(options.MaxConcurrentRuns));
        CheckRange(options.GracefulShutdownTimeout, TimeSpan.Zero, LongestShutdown, nameof(options.GracefulShutdownTimeout));
        CheckRange(options.UnhealthyAfter, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), nameof(options.UnhealthyAfter));
        CheckRange(options.ReapInterval, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), nameof(options.ReapInterval));
        CheckRange(options.HealthPort ?? 0, 0, 65_535, nameof(options.HealthPort));
        return new WorkerSettings(CheckId(options.WorkerId ?? NewId()), queues)
        {
            Slots = options.MaxConcurrentTasks,
            GracefulShutdownTimeout = options.GracefulShutdownTimeout,
            Drive = options.Drive,
            MaxRuns = options.MaxConcurrentRuns,
            HealthPort = options.HealthPort,
            UnhealthyAfter = options.UnhealthyAfter,
            ReapInterval = options.ReapInterval,
        };
    }

    private static void CheckRange<T>(T value, T from, T to, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(from) < 0 || value.CompareTo(to) > 0)
        {
            throw new ArgumentException($"{nameof(RedisWorkerOptions)}.{name} is {value}; it can be from {from} to {to}.");
        }
    }

    // It stands in keys and in names of channels.
    private static string CheckId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? id
            : throw new ArgumentException($"{nameof(RedisWorkerOptions)}.{nameof(RedisWorkerOptions.WorkerId)} is '{id}'. An id has at most {LongestId} letters, digits, '-', '_' and '.'.");

    private static string NewId()
    {
        var machine = new string([.. Environment.MachineName.Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.').Take(100)]);
        return $"{(machine.Length == 0 ? "worker" : machine)}-{Environment.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
    }
}
