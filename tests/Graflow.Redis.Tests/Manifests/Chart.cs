using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Graflow.Redis.Tests.Manifests;

/// <summary>Renders the chart's templates as far as they go: values, <c>quote</c>, <c>printf</c>, <c>int</c>, <c>div</c>, <c>max</c>, <c>until</c>, <c>if</c>, <c>if not</c> and <c>range</c>. Whatever else stands in them is an error here.</summary>
internal sealed partial class Chart(Yaml values)
{
    private const string Release = "shop";

    internal static Chart Load(params (string From, string To)[] changes)
    {
        var values = Distributed.Read("chart", "values.yaml");
        foreach (var (from, to) in changes)
        {
            values = values.Contains(from, StringComparison.Ordinal) ? values.Replace(from, to, StringComparison.Ordinal) : throw new ArgumentException($"values.yaml has no '{from}'.");
        }

        return new Chart(Yaml.Parse(values, "values.yaml"));
    }

    internal Yaml Values => values;

    /// <summary>What a template becomes; null when it becomes nothing.</summary>
    internal Yaml? Render(string template)
    {
        // As Helm does: a dash takes the white space before it.
        var text = SpaceBefore().Replace(Distributed.Read("chart", "templates", template), "{{");
        StringBuilder result = new();
        Render(text, 0, text.Length, [], result);
        return string.IsNullOrWhiteSpace(result.ToString()) ? null : Yaml.Parse(result.ToString(), template);
    }

    private void Render(string text, int from, int to, Dictionary<string, string> scope, StringBuilder result)
    {
        while (from < to)
        {
            var action = Action().Match(text, from, to - from);
            if (!action.Success)
            {
                result.Append(text, from, to - from);
                return;
            }

            result.Append(text, from, action.Index - from);
            from = action.Index + action.Length;
            var words = WordsOf(action.Groups[1].Value);
            if (words[0] is not ("if" or "range"))
            {
                result.Append(Evaluate(words, scope));
                continue;
            }

            var (end, after) = EndOf(text, from);
            foreach (var each in Rounds(words, scope))
            {
                Render(text, from, end, each, result);
            }

            from = after;
        }
    }

    /// <summary>What a block is rendered with: an item of a list, or what there is around it once or not at all.</summary>
    private IEnumerable<Dictionary<string, string>> Rounds(string[] words, Dictionary<string, string> scope) => words switch
    {
        ["range", var name, ":=", .. var list] => ListOf(list, scope).Select(value => With(scope, name, value)),
        ["range", .. var list] => ListOf(list, scope).Select(value => With(scope, ".", value)),
        ["if", var condition] => Enumerable.Repeat(scope, Find(condition).Text == "true" ? 1 : 0),
        ["if", "not", var condition] => Enumerable.Repeat(scope, Find(condition).Text == "true" ? 0 : 1),
        _ => throw Unknown(words),
    };

    private IEnumerable<string> ListOf(string[] words, Dictionary<string, string> scope) => words switch
    {
        ["until", var count] => Enumerable.Range(0, NumberOf(count, scope)).Select(static number => number.ToString(CultureInfo.InvariantCulture)),
        [var list] => Find(list).Texts,
        _ => throw Unknown(words),
    };

    private static Dictionary<string, string> With(Dictionary<string, string> scope, string name, string value) => new(scope) { [name] = value };

    private static (int End, int After) EndOf(string text, int from)
    {
        var open = 1;
        foreach (var action in Action().EnumerateMatches(text, from))
        {
            var content = text.AsSpan(action.Index + 2, action.Length - 4).Trim();
            open += content.StartsWith("if ") || content.StartsWith("range ") ? 1 : content is "end" ? -1 : 0;
            if (open == 0)
            {
                return (action.Index, action.Index + action.Length);
            }
        }

        throw new FormatException("A block has no end.");
    }

    private string Evaluate(string[] words, Dictionary<string, string> scope) => words switch
    {
        [.. var inner, "|", "quote"] => $"\"{Evaluate(inner, scope)}\"",
        ["printf", var format, .. var values] => values.Aggregate(format.Trim('"'), (text, value) => Verb().Replace(text, Evaluate([value], scope).Replace("$", "$$", StringComparison.Ordinal), 1)),
        ["int", var number] => Evaluate([number], scope),
        ["div", var dividend, var divisor] => (NumberOf(dividend, scope) / NumberOf(divisor, scope)).ToString(CultureInfo.InvariantCulture),
        ["max", var one, var other] => Math.Max(NumberOf(one, scope), NumberOf(other, scope)).ToString(CultureInfo.InvariantCulture),
        [var name] when scope.TryGetValue(name, out var value) => value,
        [['(', .. var inner, ')']] => Evaluate(WordsOf(inner), scope),
        [[>= '0' and <= '9', ..]] => words[0],
        [".Release.Name"] => Release,
        [".Chart.Name"] => Yaml.Parse(Distributed.Read("chart", "Chart.yaml"), "Chart.yaml")["name"].Text,
        [['.', ..] or ['$', '.', ..]] => Find(words[0]).Text,
        _ => throw Unknown(words),
    };

    private int NumberOf(string word, Dictionary<string, string> scope) => int.Parse(Evaluate([word], scope), CultureInfo.InvariantCulture);

    private static string[] WordsOf(string action) => [.. Word().Matches(action).Select(static word => word.Value)];

    private Yaml Find(string reference) => values[reference.TrimStart('$').Replace(".Values.", "", StringComparison.Ordinal).Split('.')];

    private static FormatException Unknown(string[] words) => new(string.Create(CultureInfo.InvariantCulture, $"'{string.Join(' ', words)}' is not rendered here."));

    [GeneratedRegex(@"\s*\{\{-")]
    private static partial Regex SpaceBefore();

    [GeneratedRegex(@"\{\{(.*?)\}\}")]
    private static partial Regex Action();

    [GeneratedRegex("\"[^\"]*\"|\\([^)]*\\)|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("%[sd]")]
    private static partial Regex Verb();
}
