namespace Graflow.Bench.Floors;

/// <summary>Who feeds whom in a random layered graph; the same for a seed, so that every peer runs the same one.</summary>
internal sealed class RandomLayers
{
    private const int ParentsEach = 3;

    public RandomLayers(int layers, int width, int seed)
    {
        Width = width;
        var random = new Random(seed);
        Parents = [.. Enumerable.Range(width, (layers - 1) * width).Select(vertex => Draw(random, ((vertex / width) - 1) * width))];
        var fed = Parents.SelectMany(parents => parents).ToHashSet();
        Leaves = [.. Enumerable.Range(0, layers * width).Where(vertex => !fed.Contains(vertex))];
    }

    public int Width { get; }

    /// <summary>For each task below the first layer, the three that feed it.</summary>
    public IReadOnlyList<int[]> Parents { get; }

    /// <summary>Tasks that feed no other.</summary>
    public IReadOnlyList<int> Leaves { get; }

    private int[] Draw(Random random, int above)
    {
        var drawn = new HashSet<int>();
        while (drawn.Count < ParentsEach)
        {
            drawn.Add(above + random.Next(Width));
        }

        return [.. drawn];
    }
}
