namespace Graflow.Engine;

/// <summary>A race: the first success wins and cancels the others; when all fail, so does the race.</summary>
internal sealed class FirstState<T>(Frame frame, FirstVertex<T> vertex) : VertexState<T>(frame, vertex)
{
    private VertexState? _winner;

    internal override bool HasReleasedInputs => Volatile.Read(ref _winner) is not null;

    internal override void Reset()
    {
        base.Reset();
        _winner = null;
    }

    internal override void Observe(Worker worker, VertexState input)
    {
        if (input.Status == VertexStatus.Succeeded && MayWin(input) && Interlocked.CompareExchange(ref _winner, input, null) is null)
        {
            Driver.Durable?.RaceDecided(this, input.Vertex.Index);
            foreach (var branch in vertex.Shape.Branches)
            {
                if (branch != input.Vertex.Index)
                {
                    Interruption.Release(worker, Frame, branch);
                }
            }
        }
    }

    private bool MayWin(VertexState input) =>
        Driver.Durable?.Recall(this)?.Winner is not { } known || known == input.Vertex.Index;

    private protected override VertexState? Run(Worker worker)
    {
        if (_winner is { } winner)
        {
            return Succeed(worker, winner.Read<T>());
        }

        var input = Frame.States[vertex.Shape.RegionInput];
        if (input.Status != VertexStatus.Succeeded)
        {
            Failure = input.Failure;
            return End(worker, VertexStatus.Skipped);
        }

        return Fail(worker, BranchVerdict.Of(Frame, vertex.Shape, sideTasks: null).ToFailure(Path));
    }
}
