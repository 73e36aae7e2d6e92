namespace Graflow.Payloads;

/// <summary>One type's line of a baseline, as the generator and codecs write it: <c>Shop.Order(Id:int,Lines:[Shop.Line])</c>.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Kind">What encloses its parts: <c>(</c> an object, <c>&lt;</c> a struct's memory, <c>[</c> a collection, <c>{</c> an enum, <c>|</c> a union.</param>
/// <param name="Parts">In the order of the payload; an enum's underlying type without a name, then its values.</param>
/// <param name="Text">The whole line.</param>
internal sealed record WireLine(string Type, char Kind, IReadOnlyList<WirePart> Parts, string Text)
{
    private const string Opening = "(<[{";
    private const string Closing = ")>]}";

    /// <returns>Null where the text describes no type.</returns>
    public static WireLine? Parse(string text)
    {
        var bar = text.IndexOf('|');
        var start = bar >= 0 ? bar : StartOfParts(text);
        if (start <= 0)
        {
            return null;
        }

        var (type, kind) = (text.Substring(0, start), text[start]);
        var inside = kind == '|' ? text.Substring(start + 1) : text.Substring(start + 1, text.Length - start - 2);
        if (kind == '[')
        {
            return Of(type, kind, [], new WirePart("", inside), text);
        }

        var parts = Split(inside, kind == '|' ? '|' : ',').Select(PartOf).ToArray();
        return kind != '{' ? Of(type, kind, parts, first: null, text)
            : type.LastIndexOf(':') is > 0 and var colon ? Of(type.Substring(0, colon), kind, parts, new WirePart("", type.Substring(colon + 1)), text)
            : null;
    }

    private static WireLine? Of(string type, char kind, WirePart[] named, WirePart? first, string text) =>
        IsName(type) && first is not { Type.Length: 0 } && named.All(static part => part is { Name.Length: > 0, Type.Length: > 0 })
            ? new WireLine(type, kind, first is { } part ? [part, .. named] : named, text)
            : null;

    /// <summary>The bracket that the last one closes: names of generic types have brackets too.</summary>
    private static int StartOfParts(string text)
    {
        if (text.Length == 0 || !Closing.Contains(text[text.Length - 1]))
        {
            return -1;
        }

        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += Closing.Contains(text[i]) ? 1 : Opening.Contains(text[i]) ? -1 : 0;
            if (depth == 0)
            {
                return Closing.IndexOf(text[text.Length - 1]) == Opening.IndexOf(text[i]) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The parts between separators that stand in no bracket.</summary>
    internal static IEnumerable<string> Split(string text, char separator)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += Opening.Contains(text[i]) ? 1 : Closing.Contains(text[i]) ? -1 : 0;
            if (depth == 0 && text[i] == separator)
            {
                yield return text.Substring(start, i - start);
                start = i + 1;
            }
        }

        if (text.Length > 0)
        {
            yield return text.Substring(start);
        }
    }

    private static WirePart PartOf(string text)
    {
        var colon = text.IndexOf(':');
        return colon < 0 ? new WirePart(text, "") : new WirePart(text.Substring(0, colon), text.Substring(colon + 1));
    }

    private static bool IsName(string text) => char.IsLetter(text[0]) || text[0] is '_' or '@';
}
