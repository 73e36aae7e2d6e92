using Graflow.Workers;

namespace Graflow.Tests.Workers.Protocol;

/// <summary>Keeps what it receives; some of it beyond the call, as a reply is kept.</summary>
internal sealed class FrameCollector(int keepEvery) : IFrameReceiver
{
    private readonly List<Func<byte[]>> _bodies = [];

    internal List<uint> Ids { get; } = [];

    internal IEnumerable<byte[]> Bodies => _bodies.Select(static body => body());

    public void Received(ref Frame frame)
    {
        Ids.Add(frame.CallId);
        if (Ids.Count % keepEvery == 0)
        {
            var kept = frame.Keep();
            _bodies.Add(() => kept.Span.ToArray());
            return;
        }

        var copy = frame.Body.ToArray();
        _bodies.Add(() => copy);
    }

    public void Closed(Exception? error)
    {
    }
}
