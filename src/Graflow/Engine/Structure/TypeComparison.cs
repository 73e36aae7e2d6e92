using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>Tells which payloads that were written before are no longer read as they were meant, and whose they are. Each type is told of once.</summary>
internal sealed class TypeComparison
{
    private readonly IReadOnlyDictionary<string, string> _types;
    private readonly Dictionary<string, string> _breaks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <param name="before">What each type looked like, by its name.</param>
    /// <param name="now">What each type looks like.</param>
    internal TypeComparison(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        _types = now;
        foreach (var (name, line) in before)
        {
            if (now.TryGetValue(name, out var present)
                && line != present
                && WireComparison.Compare(WireLine.Parse(line)!, WireLine.Parse(present)!) is { IsBreak: true } change)
            {
                _breaks.Add(name, change.What);
            }
        }
    }

    /// <param name="subject">Whose value it is.</param>
    /// <param name="verb">What the subject does with the value: takes, yields, is.</param>
    /// <param name="was">The value's type as it was; empty where no record holds the value.</param>
    /// <param name="present">The value's type as it is.</param>
    /// <param name="changes">Gets a sentence for each difference.</param>
    internal void Compare(string subject, string verb, string was, string present, List<string> changes)
    {
        // No payload was written of a type that had no codec, and a type that has none is refused elsewhere.
        if (was.Length == 0 || present.Length == 0 || was.StartsWith(TypePath.Unknown) != present.StartsWith(TypePath.Unknown))
        {
            return;
        }

        if (was != present)
        {
            changes.Add($"retyped: {subject} {PastOf(verb)} {was.TrimStart(TypePath.Unknown)} and {verb} {present.TrimStart(TypePath.Unknown)}");
            return;
        }

        if (_breaks.Count > 0)
        {
            foreach (var (type, path) in TypePath.Reach(present, _types, _seen))
            {
                if (_breaks.TryGetValue(type, out var what))
                {
                    changes.Add($"retyped: {subject} {verb} {present}{(path.Length > 0 ? $"; at {path}, {type}" : "")}: {what}");
                }
            }
        }
    }

    private static string PastOf(string verb) => verb switch
    {
        "takes" => "took",
        "yields" => "yielded",
        _ => "was",
    };
}
