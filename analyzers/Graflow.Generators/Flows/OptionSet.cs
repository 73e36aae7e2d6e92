using System.Globalization;
using Graflow.Generators.Models;

namespace Graflow.Generators.Flows;

/// <summary>A node's options as far as the source shows them: a text for each value, by the value's name; a name without one is not known.</summary>
internal sealed class OptionSet
{
    public const string None = "null";

    /// <summary>Options that are objects of their own, with what they say where they are silent.</summary>
    private static readonly Dictionary<string, (string Name, string Default)[]> Parts = new(StringComparer.Ordinal)
    {
        ["Retry"] = [("MaxAttempts", "0"), ("Delay", "0"), ("Backoff", "0"), ("MaxDelay", None), ("Jitter", "False"), ("On", "")],
        ["Limit"] = [("Concurrency", "0"), ("PerSecond", "0"), ("Key", None)],
        ["Cache"] = [("Ttl", "0"), ("Key", None)],
        ["CircuitBreaker"] = [("Failures", "0"), ("Reset", "0"), ("Key", None)],
    };

    private static readonly string[] Simple = ["Handler", "Queue", "Timeout", "Priority"];

    private readonly Dictionary<string, string> _values;

    private OptionSet(Dictionary<string, string> values) => _values = values;

    /// <summary>Of which nothing is known.</summary>
    public static OptionSet Unknown { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public static OptionSet Of(OptionsModel model)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Handler"] = Text(model.Handler ?? "direct"),
            ["Queue"] = Text(model.Queue),
            ["Timeout"] = Text(model.Timeout),
            ["Priority"] = Text(model.Priority),
        };
        Add(values, "Retry", model.Retry is { } retry ? [retry.MaxAttempts, retry.Delay, retry.Backoff, retry.MaxDelay, retry.Jitter, string.Join("\n", retry.On)] : null);
        Add(values, "Limit", model.Limit is { } limit ? [limit.Concurrency, limit.PerSecond, limit.Key] : null);
        Add(values, "Cache", model.Cache is { } cache ? [cache.Ttl, cache.Key] : null);
        Add(values, "CircuitBreaker", model.CircuitBreaker is { } breaker ? [breaker.Failures, breaker.Reset, breaker.Key] : null);
        return new OptionSet(values);
    }

    /// <summary>A value as text that equal values share; times count in ticks.</summary>
    public static string Text(object? value) => value switch
    {
        null => None,
        TimeSpan time => Text(time.Ticks),
        string text => text == None ? "\"null\"" : text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <param name="name">Such as <c>Timeout</c>.</param>
    /// <param name="value">Its text; null where it is not known.</param>
    public OptionSet With(string name, string? value)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        foreach (var part in Parts.TryGetValue(name, out var parts) ? parts : [])
        {
            values.Remove($"{name}.{part.Name}");
        }

        Set(values, name, value);
        return new OptionSet(values);
    }

    /// <param name="name">Such as <c>Retry</c>.</param>
    /// <param name="given">The values that are set; null for those that are not known.</param>
    public OptionSet With(string name, IReadOnlyDictionary<string, string?> given)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal) { [name] = "set" };
        foreach (var part in Parts.TryGetValue(name, out var parts) ? parts : [])
        {
            Set(values, $"{name}.{part.Name}", given.TryGetValue(part.Name, out var value) ? value : part.Default);
        }

        return new OptionSet(values);
    }

    /// <returns>Null where it depends on what the source does not show.</returns>
    public bool? IsSameAs(OptionSet other)
    {
        bool? same = true;
        foreach (var name in Simple.Concat(Parts.Keys))
        {
            same = And(same, Compare(other, name));
            if (_values.TryGetValue(name, out var value) && value == "set" && Parts.TryGetValue(name, out var parts))
            {
                same = parts.Aggregate(same, (all, part) => And(all, Compare(other, $"{name}.{part.Name}")));
            }
        }

        return same;
    }

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    private bool? Compare(OptionSet other, string name) =>
        _values.TryGetValue(name, out var mine) && other._values.TryGetValue(name, out var theirs) ? mine == theirs : null;

    private static void Add(Dictionary<string, string> values, string name, object?[]? parts)
    {
        values[name] = parts is null ? None : "set";
        for (var i = 0; i < parts?.Length; i++)
        {
            values[$"{name}.{Parts[name][i].Name}"] = Text(parts[i]);
        }
    }

    private static void Set(Dictionary<string, string> values, string name, string? value)
    {
        if (value is null)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = value;
        }
    }
}
