namespace Graflow.Generators.Edges;

/// <summary>What makes an edge fit.</summary>
internal enum EdgeRepair
{
    /// <summary>A task, or something else that only a person can write.</summary>
    Adapter,

    /// <summary>The right side once for each element.</summary>
    ForEach,

    /// <summary>A projection that casts.</summary>
    Convert,

    /// <summary>A projection that copies a list into an array.</summary>
    ToArray,

    /// <summary>The same branches in the order of the parameters.</summary>
    Reorder,
}
