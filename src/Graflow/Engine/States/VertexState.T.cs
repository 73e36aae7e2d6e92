using System.Runtime.CompilerServices;

namespace Graflow.Engine;

/// <summary>A vertex that yields a <typeparamref name="T"/>.</summary>
internal abstract class VertexState<T>(Frame frame, Vertex vertex) : VertexState(frame, vertex), IValue<T>
{
    private T _value = default!;

    /// <summary>The value; only once the vertex succeeded.</summary>
    public T Value => _value;

    internal override void Reset()
    {
        base.Reset();
        ReleaseValue();
    }

    internal sealed override void ReleaseValue()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _value = default!;
        }
    }

    private protected VertexState? Succeed(Worker worker, T value)
    {
        _value = value;
        return End(worker, VertexStatus.Succeeded);
    }
}
