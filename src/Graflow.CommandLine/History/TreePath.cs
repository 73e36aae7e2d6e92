using System.Globalization;

namespace Graflow.History;

/// <summary>
/// A vertex's path taken apart: <c>Shop.Route[3]#2/eu/Shop.Pack[1]</c> is <c>eu/Shop.Pack</c>, element 1 of a map, in what <c>Shop.Route[3]</c> did as its iteration 2.
/// Names that users give contain none of <c>/ # [ ] !</c>.
/// </summary>
/// <param name="Scope">The iteration or the side task that the vertex is in, such as <c>Shop.Route[3]#2</c> or <c>Shop.Fetch!0</c>; empty for the run.</param>
/// <param name="Name">Instance path and task id.</param>
/// <param name="Elements">Which element of each map around it, outermost first.</param>
/// <param name="Iteration">The iteration; 0 is the first.</param>
internal sealed record TreePath(string Scope, string Name, IReadOnlyList<int> Elements, int Iteration)
{
    /// <summary>The path without its iteration.</summary>
    internal string Vertex => Join(Scope, Name + Brackets(Elements));

    /// <summary>The path of the same vertex outside of the innermost map.</summary>
    internal string InMap => Join(Scope, Name + Brackets(Elements.Take(Elements.Count - 1)));

    internal static TreePath Of(string path)
    {
        var start = EndOfScope(path) + 1;
        var scope = start == 0 ? "" : path[..(start - 1)];
        var mark = path.IndexOf('#', start);
        var iteration = mark < 0 ? 0 : NumberIn(path.AsSpan(mark + 1));
        var vertex = mark < 0 ? path[start..] : path[start..mark];
        var bracket = vertex.EndsWith(']') ? StartOfElements(vertex) : vertex.Length;
        return new TreePath(scope, vertex[..bracket], ElementsIn(vertex[bracket..]), iteration);
    }

    /// <summary>Takes the name of a scope apart.</summary>
    /// <returns>The vertex that opened it, and which of its iterations or side tasks the scope is.</returns>
    internal static (string Owner, bool IsSideTask, int Number) Opened(string scope)
    {
        var mark = scope.LastIndexOfAny(['#', '!']);
        return (scope[..mark], scope[mark] == '!', NumberIn(scope.AsSpan(mark + 1)));
    }

    /// <summary>The last slash behind a part with an iteration or a side task's number; slashes of instance paths follow on names alone.</summary>
    private static int EndOfScope(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (path.AsSpan(path.LastIndexOf('/', slash - 1) + 1, slash - path.LastIndexOf('/', slash - 1) - 1).IndexOfAny('#', '!') >= 0)
            {
                return slash;
            }
        }

        return -1;
    }

    private static int StartOfElements(string vertex)
    {
        var start = vertex.Length;
        while (start > 0 && vertex[start - 1] == ']' && vertex.LastIndexOf('[', start - 1) is > 0 and var open && IsNumber(vertex.AsSpan((open + 1)..(start - 1))))
        {
            start = open;
        }

        return start;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static int NumberIn(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int[] ElementsIn(string brackets) => [.. brackets.Split('[', ']').Where(static part => part.Length > 0).Select(static part => NumberIn(part))];

    private static string Brackets(IEnumerable<int> elements) => string.Concat(elements.Select(static element => string.Create(CultureInfo.InvariantCulture, $"[{element}]")));

    private static string Join(string scope, string vertex) => scope.Length == 0 ? vertex : $"{scope}/{vertex}";
}
