namespace Graflow.Engine;

internal abstract class VertexState
{
    internal T Read<T>() => throw new NotSupportedException();

    internal Outcome<T> ReadOutcome<T>() => throw new NotSupportedException();
}
