namespace Graflow.Payloads;

/// <summary>Tells whether what a type is now reads what it was: a payload says neither names nor types, only values one after the other.</summary>
internal static class WireComparison
{
    /// <returns>Null where nothing changed.</returns>
    public static WireChange? Compare(WireLine before, WireLine now)
    {
        if (before.Text == now.Text)
        {
            return null;
        }

        return before.Kind != now.Kind
            ? Break($"it was written as {KindOf(before)} and is written as {KindOf(now)}")
            : now.Kind switch
            {
                '|' => CompareUnions(before.Parts, now.Parts),
                '{' => CompareEnums(before.Parts, now.Parts),
                '[' => Break($"its elements were {Quote(before.Parts[0].Type)} and are {Quote(now.Parts[0].Type)}"),
                _ => CompareMembers(before.Parts, now.Parts, isGrowing: now.Kind == '('),
            };
    }

    private static WireChange CompareUnions(IReadOnlyList<WirePart> before, IReadOnlyList<WirePart> now)
    {
        var present = now.ToDictionary(static part => part.Name, static part => part.Type, StringComparer.Ordinal);
        foreach (var part in before)
        {
            if (!present.TryGetValue(part.Name, out var type))
            {
                return Break($"tag {part.Name} was {Quote(part.Type)} and is gone");
            }

            if (type != part.Type)
            {
                return Break($"tag {part.Name} was {Quote(part.Type)} and is {Quote(type)}");
            }
        }

        var known = new HashSet<string>(before.Select(static part => part.Name), StringComparer.Ordinal);
        return Stale($"has the new {List("tag", now.Where(part => !known.Contains(part.Name)).Select(static part => $"{part.Name} ({part.Type})"))}");
    }

    /// <summary>A payload has the number only: a name that has another number now means something else, and a new name for the same number means the same.</summary>
    private static WireChange CompareEnums(IReadOnlyList<WirePart> before, IReadOnlyList<WirePart> now)
    {
        if (before[0].Type != now[0].Type)
        {
            return Break($"its values were {Quote(before[0].Type)} and are {Quote(now[0].Type)}");
        }

        foreach (var value in before.Skip(1).Where(value => IndexOf(now, value.Name) is >= 0 and var index && now[index].Type != value.Type))
        {
            return Break($"{Quote(value.Name)} was {value.Type} and is {now[IndexOf(now, value.Name)].Type}");
        }

        var gone = before.Skip(1).Where(value => IndexOf(now, value.Name) < 0).ToArray();
        if (gone.FirstOrDefault(value => now.All(other => other.Type != value.Type)) is { Name: not null } lost)
        {
            return Break($"{Quote(lost.Name)} was {lost.Type} and is gone");
        }

        var renamed = gone.Select(value => (Old: value.Name, New: now.First(other => other.Type == value.Type).Name)).ToArray();
        return renamed.Length > 0
            ? Stale($"calls {string.Join(", ", renamed.Select(static pair => $"{Quote(pair.Old)} {Quote(pair.New)}"))}")
            : Stale($"has the new {List("value", now.Where(value => IndexOf(before, value.Name) < 0).Select(static value => $"{Quote(value.Name)} ({value.Type})"))}");
    }

    private static WireChange CompareMembers(IReadOnlyList<WirePart> before, IReadOnlyList<WirePart> now, bool isGrowing)
    {
        for (var i = 0; i < before.Count; i++)
        {
            if ((i < now.Count ? BreakAt(i, before, now) : Break($"member {i + 1} was {Quote(before[i])} and is gone")) is { } change)
            {
                return change;
            }
        }

        var added = List("member", now.Skip(before.Count).Select(static part => Quote(part.Name)));
        return now.Count > before.Count && !isGrowing ? Break($"it has the new {added}, and a struct is written as its memory")
            : now.Count > before.Count ? Stale($"has the new {added}")
            : Stale($"calls {string.Join(", ", before.Zip(now, static (old, part) => (Old: old.Name, Now: part.Name)).Where(static pair => pair.Old != pair.Now).Select(static pair => $"'{pair.Old}' '{pair.Now}'"))}");
    }

    /// <summary>A new name at the same place with the same type reads the same bytes; a name that moved does not.</summary>
    private static WireChange? BreakAt(int index, IReadOnlyList<WirePart> before, IReadOnlyList<WirePart> now)
    {
        var (was, member) = (before[index], now[index]);
        if (was.Name == member.Name || (was.Type == member.Type && IndexOf(now, was.Name) < 0 && IndexOf(before, member.Name) < 0))
        {
            return was.Type == member.Type ? null : Break($"member {index + 1} was {Quote(was)} and is {Quote(member)}");
        }

        return IndexOf(now, was.Name) is >= 0 and var place
            ? Break($"{Quote(was.Name)} was member {index + 1} and is member {place + 1}")
            : Break($"member {index + 1} was {Quote(was)} and is {Quote(member)}");
    }

    private static int IndexOf(IReadOnlyList<WirePart> parts, string name)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static string KindOf(WireLine line) => line.Kind switch
    {
        '(' => "an object",
        '<' => "a struct's memory",
        '[' => "a collection",
        '{' => "an enum",
        _ => "a union",
    };

    private static string List(string noun, IEnumerable<string> names)
    {
        var all = names.ToArray();
        return $"{noun}{(all.Length == 1 ? "" : "s")} {string.Join(", ", all)}";
    }

    private static string Quote(WirePart part) => $"'{part.Name}: {part.Type}'";

    private static string Quote(string text) => $"'{text}'";

    private static WireChange Break(string what) => new(true, what);

    private static WireChange Stale(string what) => new(false, what);
}
