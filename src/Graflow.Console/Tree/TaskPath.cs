namespace Graflow.Tree;

/// <summary>
/// Reads paths of vertices. <c>eu/Orders.Route[3]#2/Orders.Image</c> stands in the row <c>eu/Orders.Route/Orders.Image</c>,
/// and among all that runs in that row it is <c>eu/Orders.Route[3]/Orders.Image</c>, whatever the iteration.
/// </summary>
internal static class TaskPath
{
    private const int MaxDepth = 6;

    internal static bool IsRepeated(ReadOnlySpan<char> path) => path.Contains('[');

    /// <summary>The iteration of the path's last part; 0 where there is none.</summary>
    internal static int Iteration(ReadOnlySpan<char> path)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        var mark = last.IndexOf('#');
        return mark >= 0 && int.TryParse(last[(mark + 1)..], out var iteration) ? iteration : 0;
    }

    /// <summary>Writes the row's key, in which elements, iterations and side tasks have no number; parts that are too deep are left out, so that a recursion has a last row.</summary>
    /// <returns>How much was written.</returns>
    internal static int WriteRow(ReadOnlySpan<char> path, Span<char> row) => Write(path, row, "#[!", MaxDepth);

    /// <summary>What runs in a row at one place, in all its iterations.</summary>
    internal static string Instance(string path)
    {
        if (!path.Contains('#'))
        {
            return path;
        }

        var instance = path.Length <= 256 ? stackalloc char[path.Length] : new char[path.Length];
        return new string(instance[..Write(path, instance, "#", int.MaxValue)]);
    }

    private static int Write(ReadOnlySpan<char> path, Span<char> target, ReadOnlySpan<char> marks, int maxDepth)
    {
        var (length, depth, isNumber) = (0, 1, false);
        foreach (var letter in path)
        {
            if (letter == '/' && ++depth > maxDepth)
            {
                break;
            }

            isNumber = marks.Contains(letter) || (isNumber && letter != '/' && letter != '[');
            if (!isNumber)
            {
                target[length++] = letter;
            }
        }

        return length;
    }
}
