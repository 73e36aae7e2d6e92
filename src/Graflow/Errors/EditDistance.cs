namespace Graflow;

/// <summary>How many letters have to be changed, added or left out to get from one word to another (Levenshtein). Compiled into the analyzers too, so that both guess the same.</summary>
internal static class EditDistance
{
    /// <returns>The word that was probably meant; null where none is near.</returns>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        var nearest = known.OrderBy(name => Between(name, word)).FirstOrDefault();
        return nearest is not null && Between(nearest, word) <= Math.Max(2, word.Length / 3) ? nearest : null;
    }

    internal static int Between(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[right.Length];
    }
}
