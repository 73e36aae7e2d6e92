using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What later records of a journal say of earlier ones: which frames nobody will enter again, and by what each vertex's beginnings were overtaken.</summary>
internal sealed class JournalSurvey
{
    private readonly Dictionary<VertexKey, (int Position, int Frame)> _continuations = [];
    private readonly Dictionary<VertexKey, int> _overtaken = [];
    private readonly Dictionary<int, int> _outer = [];
    private readonly HashSet<int> _replaced = [];
    private readonly Dictionary<int, bool> _dead = new() { [0] = false };

    internal JournalSurvey(IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        for (var i = 1; i < records.Count; i++)
        {
            Read(records[i], i);
        }
    }

    /// <summary>The highest number that a frame has.</summary>
    internal int LastFrame { get; private set; }

    /// <summary>Whether a continuation is not the last one of its owner.</summary>
    internal bool IsReplaced(VertexKey owner, int position) => _continuations[owner].Position != position;

    /// <summary>Whether what a record tells of a vertex's beginning was overtaken by a later one: another attempt, its end, or what it continued with.</summary>
    internal bool IsOvertaken(VertexKey vertex, int position) => _overtaken.GetValueOrDefault(vertex) > position;

    /// <summary>Whether a frame, or one around it, was left for another one, so that nothing in it is asked for again.</summary>
    internal bool IsDead(int frame)
    {
        // From the inside out, without recursion: frames nest deep.
        List<int> path = [];
        bool isDead;
        while (!_dead.TryGetValue(frame, out isDead))
        {
            path.Add(frame);
            if (_replaced.Contains(frame))
            {
                isDead = true;
                break;
            }

            frame = _outer.GetValueOrDefault(frame);
        }

        path.ForEach(inner => _dead[inner] = isDead);
        return isDead;
    }

    private void Read(ReadOnlyMemory<byte> record, int position)
    {
        var reader = new RecordReader(record);
        switch (reader.Kind)
        {
            case RecordKind.TaskContinued:
                var continuation = ContinuationParts.Read(ref reader);
                Continue(continuation, position);
                Open(continuation.Effects);
                break;
            case RecordKind.TaskSucceeded:
                var success = SuccessParts.Read(ref reader);
                _overtaken[success.Task] = position;
                Open(success.Effects);
                break;
            case RecordKind.TaskFailed:
                _overtaken[reader.Key()] = position;
                break;
            case RecordKind.FrameOpened:
                Open(reader.Number(), reader.Key().Frame);
                break;
            case RecordKind.Compacted:
                LastFrame = Math.Max(LastFrame, CompactedRecord.Read(record).LastFrame);
                break;
        }
    }

    private void Continue(ContinuationParts continuation, int position)
    {
        if (_continuations.TryGetValue(continuation.Owner, out var earlier) && earlier.Frame != 0)
        {
            _replaced.Add(earlier.Frame);
        }

        _continuations[continuation.Owner] = (position, continuation.Frame);
        _overtaken[continuation.Task] = _overtaken[continuation.Owner] = position;
        if (continuation.Frame != 0)
        {
            Open(continuation.Frame, continuation.Owner.Frame);
        }
    }

    private void Open(EffectParts effects)
    {
        foreach (var (frame, scope) in effects.SideTasks)
        {
            Open(frame, scope);
        }
    }

    private void Open(int frame, int outer)
    {
        _outer[frame] = outer;
        LastFrame = Math.Max(LastFrame, frame);
    }
}
