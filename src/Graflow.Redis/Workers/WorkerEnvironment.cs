using System.Globalization;
using Graflow.Fleets;

namespace Graflow.Redis.Workers;

/// <summary>What the environment says of a worker.</summary>
internal static class WorkerEnvironment
{
    /// <param name="options">Takes what is said.</param>
    /// <param name="read">Reads a variable; null, or nothing but blanks, where it is not set.</param>
    /// <exception cref="ArgumentException">A variable cannot be read.</exception>
    internal static void Read(RedisWorkerOptions options, Func<string, string?> read)
    {
        Take(read, "GRAFLOW_REDIS", text => options.Redis = text);
        Take(read, "GRAFLOW_QUEUES", text => options.SetQueues(text, "GRAFLOW_QUEUES"));
        Take(read, "WORKER_ID", text => options.WorkerId = text);
        Take(read, "MAX_CONCURRENT_TASKS", text => options.MaxConcurrentTasks = Number("MAX_CONCURRENT_TASKS", text, 0, 100_000));
        Take(read, "GRACEFUL_SHUTDOWN_TIMEOUT", text => options.GracefulShutdownTimeout = Time("GRACEFUL_SHUTDOWN_TIMEOUT", text));
        Take(read, "GRAFLOW_DRIVE", text => options.Drive = Flag("GRAFLOW_DRIVE", text));
        Take(read, "HEALTH_PORT", text => options.HealthPort = Number("HEALTH_PORT", text, 0, 65_535));
    }

    private static void Take(Func<string, string?> read, string name, Action<string> set)
    {
        if (read(name) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            set(text.Trim());
        }
    }

    private static int Number(string name, string text, int from, int to) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Unreadable(name, text, $"a whole number from {from:N0} to {to:N0}");

    private static TimeSpan Time(string name, string text) =>
        DurationText.TryRead(text, out var duration) ? duration : throw Unreadable(name, text, DurationText.Expected);

    private static bool Flag(string name, string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" => true,
        "FALSE" or "0" or "NO" or "OFF" => false,
        _ => throw Unreadable(name, text, "true or false"),
    };

    private static ArgumentException Unreadable(string name, string text, string expected) =>
        new($"{name} is '{text}', and {expected} is expected.");
}
