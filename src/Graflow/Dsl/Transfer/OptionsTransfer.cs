using Graflow.CompilerServices;

namespace Graflow.Dsl;

/// <summary>A task's options on their way to another process, where they are checked again.</summary>
internal static class OptionsTransfer
{
    internal static void Write(ref PayloadWriter writer, TaskOptions options)
    {
        writer.WriteString(options.Handler);
        writer.WriteString(options.Queue);
        WriteSpan(ref writer, options.Timeout);
        writer.WriteUnmanaged(options.Priority);
        if (WritePresence(ref writer, options.Retry))
        {
            WriteRetry(ref writer, options.Retry!);
        }

        if (WritePresence(ref writer, options.Limit))
        {
            writer.WriteUnmanaged(options.Limit!.Concurrency);
            writer.WriteUnmanaged(options.Limit.PerSecond);
            writer.WriteString(options.Limit.Key);
        }

        if (WritePresence(ref writer, options.Cache))
        {
            writer.WriteUnmanaged(options.Cache!.Ttl);
            writer.WriteString(options.Cache.Key);
        }

        if (WritePresence(ref writer, options.CircuitBreaker))
        {
            writer.WriteUnmanaged(options.CircuitBreaker!.Failures);
            writer.WriteUnmanaged(options.CircuitBreaker.Reset);
            writer.WriteString(options.CircuitBreaker.Key);
        }
    }

    internal static TaskOptions Read(ref PayloadReader reader) => new()
    {
        Handler = reader.ReadString() ?? "",
        Queue = reader.ReadString(),
        Timeout = ReadSpan(ref reader),
        Priority = reader.ReadUnmanaged<int>(),
        Retry = reader.ReadBoolean() ? ReadRetry(ref reader) : null,
        Limit = reader.ReadBoolean() ? new() { Concurrency = reader.ReadUnmanaged<int>(), PerSecond = reader.ReadUnmanaged<double>(), Key = reader.ReadString() } : null,
        Cache = reader.ReadBoolean() ? new() { Ttl = reader.ReadUnmanaged<TimeSpan>(), Key = reader.ReadString() } : null,
        CircuitBreaker = reader.ReadBoolean() ? new() { Failures = reader.ReadUnmanaged<int>(), Reset = reader.ReadUnmanaged<TimeSpan>(), Key = reader.ReadString() } : null,
    };

    private static void WriteRetry(ref PayloadWriter writer, RetryOptions retry)
    {
        writer.WriteUnmanaged(retry.MaxAttempts);
        writer.WriteUnmanaged(retry.Delay);
        writer.WriteUnmanaged((byte)retry.Backoff);
        WriteSpan(ref writer, retry.MaxDelay);
        writer.WriteUnmanaged(retry.Jitter);
        writer.WriteCount(retry.On.Count);
        foreach (var type in retry.On)
        {
            writer.WriteString(type);
        }
    }

    private static RetryOptions ReadRetry(ref PayloadReader reader) => new()
    {
        MaxAttempts = reader.ReadUnmanaged<int>(),
        Delay = reader.ReadUnmanaged<TimeSpan>(),
        Backoff = ReadBackoff(ref reader),
        MaxDelay = ReadSpan(ref reader),
        Jitter = reader.ReadBoolean(),
        On = ReadNames(ref reader),
    };

    private static Backoff ReadBackoff(ref PayloadReader reader)
    {
        var backoff = reader.ReadUnmanaged<byte>();
        return backoff <= (byte)Backoff.Exponential
            ? (Backoff)backoff
            : throw new PayloadException(reader.Offset - 1, $"No backoff has the number {backoff}: a newer version wrote it. Update the reader first.");
    }

    private static string[] ReadNames(ref PayloadReader reader)
    {
        var names = new string[Math.Max(reader.ReadCount(sizeof(int)), 0)];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString() ?? "";
        }

        return names;
    }

    private static bool WritePresence(ref PayloadWriter writer, object? value)
    {
        writer.WriteUnmanaged(value is not null);
        return value is not null;
    }

    private static void WriteSpan(ref PayloadWriter writer, TimeSpan? span)
    {
        writer.WriteUnmanaged(span is not null);
        writer.WriteUnmanaged(span ?? default);
    }

    private static TimeSpan? ReadSpan(ref PayloadReader reader)
    {
        var exists = reader.ReadBoolean();
        var span = reader.ReadUnmanaged<TimeSpan>();
        return exists ? span : null;
    }
}
