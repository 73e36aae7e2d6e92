using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>The frames of a run, as its records open them.</summary>
internal sealed class RecordedFrames(RecordedPlan root)
{
    private readonly Dictionary<int, RecordedFrame> _frames = new() { [0] = new RecordedFrame(FramePlace.Run, root) };

    /// <summary>The frame of a number; one of which nothing is known where its record is missing.</summary>
    internal RecordedFrame this[int number] => _frames.TryGetValue(number, out var frame) ? frame : new RecordedFrame(FramePlace.Run, RecordedPlan.Unknown);

    internal VertexPlace PlaceOf(VertexKey key, int iteration = 0) => this[key.Frame].PlaceOf(key.Vertex, iteration);

    internal void OpenElement(int number, VertexKey map, int index)
    {
        var outer = this[map.Frame];
        _frames[number] = new RecordedFrame(new FramePlace.Element(outer.Place, index), outer.Plan.BodyOf(map.Vertex));
    }

    internal void OpenContinuation(int number, VertexKey owner, int iteration, RecordedPlan plan) =>
        _frames[number] = new RecordedFrame(new FramePlace.Continuation(PlaceOf(owner), iteration), plan);

    internal void OpenSideTask(int number, VertexKey scope, (string Spawner, int Number) task, RecordedPlan plan) =>
        _frames[number] = new RecordedFrame(new FramePlace.RecordedSide(this[scope.Frame].Place, task.Spawner, task.Number), plan);
}
