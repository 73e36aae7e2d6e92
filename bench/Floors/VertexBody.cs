namespace Graflow.Bench.Floors;

/// <summary>A floor's task: one virtual call, as any library must make to reach a body that it does not know.</summary>
internal abstract class VertexBody
{
    /// <param name="values">A slot for each vertex; those of the parents are filled.</param>
    /// <param name="parents">The vertices whose values are the input, in order; the input of the run is the root's own slot.</param>
    public abstract int Invoke(int[] values, ReadOnlySpan<int> parents);
}
