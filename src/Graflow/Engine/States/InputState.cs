namespace Graflow.Engine;

/// <summary>The value that a frame starts with.</summary>
internal sealed class InputState<T>(Frame frame, Vertex vertex) : VertexState<T>(frame, vertex), IInput<T>
{
    private T _input = default!;

    public void Set(T input) => _input = input;

    private protected override VertexState? Run(Worker worker)
    {
        Driver.Durable?.StartSideTasks(worker, Frame);
        var input = _input;
        _input = default!;
        return Succeed(worker, input);
    }
}
