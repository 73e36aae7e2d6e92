using System.Globalization;

namespace Graflow.Pictures;

/// <summary>What a picture says of tasks and groups.</summary>
internal static class PictureLabel
{
    private const string Separator = " · ";

    internal static string[] OfTask(string path, TaskOptions options, IEnumerable<string> notes)
    {
        var details = string.Join(Separator, Details(options).Concat(notes));
        return details.Length == 0 ? [path] : [path, details];
    }

    internal static string[] OfWait(string path, TimeSpan? timeout, IEnumerable<string> notes) =>
        [path, string.Join(Separator, ["signal", .. timeout is { } limit ? [$"timeout {Duration(limit)}"] : Array.Empty<string>(), .. notes])];

    internal static string OfGroup(string kind, GroupSettings settings, IEnumerable<string> notes)
    {
        string?[] parts = [settings.Name, kind, settings.Policy?.ToString(), settings.Execution?.ToString(), .. notes];
        return string.Join(Separator, parts.Where(static part => !string.IsNullOrEmpty(part)));
    }

    internal static string OfText(IEnumerable<string> notes) => string.Join(Separator, notes);

    internal static string Duration(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds} ms"),
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds} s"),
        _ => span.ToString("c", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<string> Details(TaskOptions options)
    {
        string?[] details =
        [
            options.Handler == "direct" ? null : $"handler {options.Handler}",
            options.Queue is { } queue ? $"queue {queue}" : null,
            options.Timeout is { } timeout ? $"timeout {Duration(timeout)}" : null,
            options.Retry is { } retry ? $"{retry.MaxAttempts} attempts" : null,
            options.Limit is { Concurrency: > 0 } limit ? $"at most {limit.Concurrency} at once" : null,
            options.Limit is { PerSecond: > 0 } rate ? string.Create(CultureInfo.InvariantCulture, $"at most {rate.PerSecond} a second") : null,
            options.Cache is { } cache ? $"cached {Duration(cache.Ttl)}" : null,
            options.CircuitBreaker is { } breaker ? $"breaks after {breaker.Failures}" : null,
            options.Priority == 0 ? null : $"priority {options.Priority}",
        ];
        return details.OfType<string>();
    }
}
