using System.Globalization;

namespace Graflow.Runs;

/// <summary>Where in the flow itself a task of a run belongs, by its path: <c>Orders.Sum</c> and 3 for <c>Orders.Sum[3]#1/Orders.Add</c>.</summary>
internal static class ElementPath
{
    /// <returns>The path of the flow's own task, and the element of the outermost <c>ForEach</c> around it; null where there is none.</returns>
    internal static (string Id, int? Element) Read(string path)
    {
        var id = RunReasons.Planned(path);
        var rest = path.AsSpan(id.Length);
        return rest is ['[', ..] && int.TryParse(rest[1..Math.Max(1, rest.IndexOf(']'))], NumberStyles.None, CultureInfo.InvariantCulture, out var element)
            ? (id, element)
            : (id, null);
    }

    /// <summary>What a retry of a task begins at: the flow's own task, or the element in quotes, because brackets mean something to some shells.</summary>
    internal static string Retried(string path) => Read(path) is (var id, { } element) ? string.Create(CultureInfo.InvariantCulture, $"\"{id}[{element}]\"") : RunReasons.Planned(path);
}
