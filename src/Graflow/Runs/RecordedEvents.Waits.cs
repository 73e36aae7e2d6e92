using Graflow.Logs;

namespace Graflow.Runs;

internal sealed partial class RecordedEvents
{
    private void AddWait(ref RecordReader reader, DateTimeOffset time)
    {
        var key = reader.Key();
        var (iteration, name, waitKey, due) = (reader.Number(), reader.Text(), reader.Text(), reader.ULong());
        if (name is null)
        {
            _delays.Add(key);
        }

        Add(new WaitStarted
        {
            RunId = _start.RunId,
            Sequence = Next,
            Time = time,
            Place = _frames.PlaceOf(key, iteration),
            Name = name,
            Key = waitKey,
            DueAt = due == 0 ? null : new DateTimeOffset((long)due, TimeSpan.Zero),
        });
    }

    private void AddSignal(ref RecordReader reader, DateTimeOffset time)
    {
        reader.Text();
        Add(new SignalReceived { RunId = _start.RunId, Sequence = Next, Time = time, Name = reader.Text() ?? "", Key = reader.Text() });
    }

    /// <summary>A delay that is over has its value; a limit that is over speaks by the failure that it makes.</summary>
    private void AddExpiry(VertexKey key, DateTimeOffset time)
    {
        if (_delays.Contains(key))
        {
            Add(new TaskSucceeded { RunId = _start.RunId, Sequence = Next, Time = time, Place = _frames.PlaceOf(key) });
        }
    }
}
