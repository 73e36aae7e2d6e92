using Graflow.CompilerServices;
using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>
/// Leaves out of a journal what no resume can ask for any more: earlier rounds of loops with all that ran in them, attempts that were overtaken, and changes of the channel that later ones undid.
/// What is left leads a resumed run to the same state.
/// </summary>
internal sealed class JournalCompaction
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _records;
    private readonly JournalSurvey _survey;
    private readonly bool[] _isLeftOut;
    private readonly ChannelFold _channel = new();
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private long _steps;

    private JournalCompaction(IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        _records = records;
        _survey = new JournalSurvey(records);
        _isLeftOut = new bool[records.Count];
    }

    /// <param name="content">A journal of a run that has not ended.</param>
    /// <exception cref="RunLogException">A newer version wrote the records.</exception>
    internal static IReadOnlyList<ReadOnlyMemory<byte>> Of(JournalContent content) =>
        content.Records.Count < 2 ? content.Records : new JournalCompaction(content.Records).Run();

    private List<ReadOnlyMemory<byte>> Run()
    {
        for (var i = 1; i < _records.Count; i++)
        {
            Judge(i);
        }

        List<ReadOnlyMemory<byte>> kept = [_records[0], Summary()];
        for (var i = 1; i < _records.Count; i++)
        {
            if (!_isLeftOut[i] && !IsAnswered(_records[i]))
            {
                kept.Add(_records[i]);
            }
            else if (_channel.StepsOf(i) is { Count: > 0 } steps)
            {
                kept.Add(ChannelRecord(new RecordReader(_records[i]).Elapsed, steps));
            }
        }

        return kept;
    }

    private void Judge(int position)
    {
        var reader = new RecordReader(_records[position]);
        switch (reader.Kind)
        {
            case RecordKind.TaskContinued:
                var continuation = ContinuationParts.Read(ref reader);
                var isOld = _survey.IsReplaced(continuation.Owner, position) || _survey.IsDead(continuation.Owner.Frame);
                Judge(position, isOld, continuation.Effects, steps: 1);
                break;
            case RecordKind.TaskSucceeded:
                var success = SuccessParts.Read(ref reader);
                if (Judge(position, _survey.IsDead(success.Task.Frame), success.Effects, steps: 0) && success.Signal is { } signal)
                {
                    _answered.Add(signal);
                }

                break;
            case RecordKind.ChannelChanged:
                _channel.Add(position, reader.Rest(), isFixed: false);
                _isLeftOut[position] = true;
                break;
            case RecordKind.Compacted:
                var earlier = CompactedRecord.Read(_records[position]);
                _steps += earlier.Steps;
                _answered.UnionWith(earlier.Signals);
                _isLeftOut[position] = true;
                break;
            default:
                _isLeftOut[position] = IsOvertaken(ref reader, position);
                break;
        }
    }

    /// <summary>A record with side tasks that somebody may still wait for stays whatever else it tells.</summary>
    /// <returns>Whether it is left out.</returns>
    private bool Judge(int position, bool isOld, EffectParts effects, int steps)
    {
        var isLeftOut = isOld && effects.SideTasks.All(task => _survey.IsDead(task.Scope));
        if (isLeftOut)
        {
            _steps += steps + effects.SideTasks.Count;
            _isLeftOut[position] = true;
        }

        _channel.Add(position, effects.Channel, isFixed: !isLeftOut);
        return isLeftOut;
    }

    private bool IsOvertaken(ref RecordReader reader, int position)
    {
        switch (reader.Kind)
        {
            case RecordKind.TaskStarted:
                var started = reader.Key();
                return _survey.IsDead(started.Frame) || _survey.IsOvertaken(started, position);
            case RecordKind.TaskFailed:
                var failed = reader.Key();
                return _survey.IsDead(failed.Frame) || (IsAttempt(ref reader) && _survey.IsOvertaken(failed, position));
            case RecordKind.FrameOpened:
                reader.Number();
                return _survey.IsDead(reader.Key().Frame);
            case RecordKind.TaskCancelled or RecordKind.TaskSkipped or RecordKind.GroupSettled or RecordKind.RaceDecided or RecordKind.LimitExpired
                or RecordKind.TimerStarted or RecordKind.WaitOpened or RecordKind.MapStarted or RecordKind.InputReplaced:
                return _survey.IsDead(reader.Key().Frame);
            default:
                return false;
        }
    }

    // Another one follows.
    private static bool IsAttempt(ref RecordReader reader)
    {
        _ = (reader.Number(), reader.Number(), reader.Byte());
        return reader.ULong() != 0;
    }

    private bool IsAnswered(ReadOnlyMemory<byte> record)
    {
        var reader = new RecordReader(record);
        return reader.Kind == RecordKind.SignalReceived && _answered.Contains(reader.Text() ?? "");
    }

    private ReadOnlyMemory<byte> Summary() =>
        new CompactedRecord(_steps, _survey.LastFrame, [.. _answered.Order(StringComparer.Ordinal)]).Write(new RecordReader(_records[^1]).Elapsed);

    private static ReadOnlyMemory<byte> ChannelRecord(TimeSpan elapsed, IReadOnlyList<Channels.ChannelStep> steps)
    {
        using var record = RecordWriter.Begin(RecordKind.ChannelChanged, elapsed);
        var writer = new PayloadWriter(record.Buffer);
        foreach (var step in steps)
        {
            step.Write(ref writer);
        }

        writer.Flush();
        return record.Written.ToArray();
    }
}
