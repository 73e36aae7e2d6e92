namespace Graflow.Engine;

/// <summary>Numbers the steps of two plans so that equal ones have equal numbers: a task is its id, any other step what it does with what goes in.</summary>
internal sealed class StepClasses
{
    private readonly Dictionary<string, int> _known = [];

    internal int[] Of(SectionView section)
    {
        var classes = new int[section.Vertices.Count];
        foreach (var (vertex, index) in InOrder(section))
        {
            var key = vertex.IsTask ? vertex.Name : KeyOf(vertex, classes);
            if (!_known.TryGetValue(key, out var number))
            {
                _known.Add(key, number = _known.Count);
            }

            classes[index] = number;
        }

        return classes;
    }

    private static string KeyOf(VertexStructure vertex, int[] classes)
    {
        var (name, orders) = (vertex.IsKnownByName ? vertex.Name : "", vertex.IsOrdered ? vertex.Orders : []);
        return $"{vertex.Kind}\n{name}\n{vertex.Rule}\n{string.Join(',', vertex.Values.Select(value => classes[value]))}\n{string.Join(',', orders.Select(order => classes[order]).Order())}";
    }

    /// <summary>Tasks need nothing of their inputs, and everything else stands after what goes in, except where a loop of tasks was written out of order.</summary>
    private static IEnumerable<(VertexStructure Vertex, int Index)> InOrder(SectionView section)
    {
        var steps = section.Vertices.Select(static (vertex, index) => (Vertex: vertex, Index: index)).ToArray();
        return steps.Where(static step => step.Vertex.IsTask).Concat(steps.Where(static step => !step.Vertex.IsTask));
    }
}
